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
        var found = Repository is null ? WhyPlace.Find(For, CurrentDirectory) : new WhyPlace(OpenWorkspace(), For, "", false);
        var why = WithProgress("Reading tags", (_, cancel) => new WhyReader(found.Workspace).Read(found.Place, CurrentDirectory, 0, cancel));
        if (why.IsCut)
            Warn($"The history of '{For}' is cut (a shallow clone): what is older is not known; 'git fetch --unshallow' brings it.");
        if (why.Tags.Count == 0)
            Tell($"Nothing is on record for '{For}'.");
        foreach (var tag in why.Tags)
            WriteObject(new ContextReason(tag, why, found.Workspace.Root, found.IsFromTown ? found.Rig : ""));
    }
}
