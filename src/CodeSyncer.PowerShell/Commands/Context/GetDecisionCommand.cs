using System.Management.Automation;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Records;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Context;

[Cmdlet(VerbsCommon.Get, "Decision", DefaultParameterSetName = "Path")]
[OutputType(typeof(Decision), typeof(ContextReason), typeof(TagHistoryEntry))]
public sealed class GetDecisionCommand : TagCommand
{
    [Parameter(Mandatory = true, ParameterSetName = "For")]
    [ValidateNotNullOrEmpty]
    public string? For { get; set; }

    protected override IReadOnlyList<string> Kinds => [TagKind.Decision];

    protected override ContextTag Create(Tag tag, string root, string rig) => new Decision(tag, root, rig);

    /// <summary>What explains a place: tags of all kinds, nearest first.</summary>
    protected override void Execute()
    {
        if (For is null)
        {
            base.Execute();
            return;
        }

        // FILE:LINE is no path of the file system.
        foreach (var found in Repository is null ? WhyPlace.All(For, CurrentDirectory, WarnOf) : [new WhyPlace(OpenWorkspace(), For, "", false)])
            Explain(found, For);
    }

    private void Explain(WhyPlace found, string place)
    {
        var why = WithProgress("Reading tags", (_, cancel) => new WhyReader(found.Workspace).Read(found.Place, CurrentDirectory, 0, cancel));
        if (why.IsCut)
            Warn($"The history of '{place}' is cut (a shallow clone): what is older is not known; 'git fetch --unshallow' brings it.");
        if (why.Tags.Count == 0)
            Tell($"Nothing is on record for '{(found.IsFromTown ? found.Rig : place)}'.");
        foreach (var tag in why.Tags)
            WriteObject(new ContextReason(tag, why, found.Workspace.Root, found.IsFromTown ? found.Rig : ""));
    }
}
