using System.Management.Automation;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform;
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
        var place = System.IO.Path.GetFullPath(For, CurrentDirectory);
        var folder = place;
        while (!System.IO.Directory.Exists(folder))
            folder = System.IO.Path.GetDirectoryName(folder)!;
        var workspace = Workspace.Open(Repository is null ? folder : StartDirectory);
        var why = WithProgress("Reading tags", (_, cancel) => new WhyReader(workspace).Read(place, CurrentDirectory, 0, cancel));
        if (why.Tags.Count == 0)
            Tell($"Nothing is on record for '{For}'.");
        foreach (var tag in why.Tags)
            WriteObject(new ContextReason(tag, why, workspace.Root));
    }
}
