using System.Management.Automation;
using CodeSyncer.Platform.Records;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Context;

[Cmdlet(VerbsCommon.Find, "Context")]
[OutputType(typeof(ContextHit))]
public sealed class FindContextCommand : ScopeCommand
{
    private const int UsualLimit = 20;

    [Parameter(Mandatory = true, Position = 0, ValueFromRemainingArguments = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Word { get; set; } = [];

    [Parameter]
    [ArgumentCompleter(typeof(ItemKindCompleter))]
    public string[] Kind { get; set; } = [];

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Limit { get; set; } = UsualLimit;

    protected override void Execute()
    {
        var scope = OpenScope();
        var roots = Roots(scope);
        var hits = WithProgress("Reading what is on record", (_, cancel) => new ContextSearch(scope).Find(string.Join(' ', Word), Kind, Limit, cancel));
        if (hits.Count == 0)
            Tell($"Nothing found for '{string.Join(' ', Word)}'.");
        foreach (var hit in hits)
            WriteObject(new ContextHit(hit, roots));
    }
}
