using System.Management.Automation;
using CodeSyncer.Core.Tags;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Context;

[Cmdlet(VerbsCommon.Get, "ContextTag", DefaultParameterSetName = "Path")]
[OutputType(typeof(ContextTag), typeof(TagHistoryEntry))]
public sealed class GetContextTagCommand : TagCommand
{
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(KindCompleter))]
    public string[] Kind { get; set; } = [];

    protected override IReadOnlyList<string> Kinds => Kind;

    protected override ContextTag Create(Tag tag, string root, string rig) => new(tag, root, rig);
}
