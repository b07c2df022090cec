using System.Management.Automation;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Repository;

[Cmdlet(VerbsLifecycle.Install, "CodeSyncer", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(OnboardingStep))]
public sealed class InstallCodeSyncerCommand : OnboardingCommand
{
    [Parameter]
    public SwitchParameter Private { get; set; }

    [Parameter]
    public SwitchParameter Shared { get; set; }

    [Parameter]
    public SwitchParameter NoHooks { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(AgentProgramCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Agent { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private List<string>? Agents => Agent?.Where(name => !string.Equals(name, AgentProgramCompleter.None, StringComparison.OrdinalIgnoreCase)).ToList();

    protected override void Execute(string path)
    {
        if (Private && Shared)
            throw ErrorTexts.PrivateAndShared();
        if (TownInPlace.IsMeant(path))
        {
            MakeTown(path);
            return;
        }

        var workspace = Workspace.Open(path);
        var repository = workspace.Repository.WorkTree ?? workspace.Repository.GitDirectory;
        var init = new Init(workspace.Repository, UserPlaces.OfThisUser(), new InitOptions
        {
            Mode = Private ? InitMode.Private : Shared ? InitMode.Shared : null,
            Hooks = !NoHooks,
            Agents = Agents,
        }, ModuleExecutable.Find());
        var plan = init.Plan();
        if (!ShouldProcess(repository, plan.HasChanges ? $"Onboard to CodeSyncer: {Subjects(plan)}, documents" : "Bring the context documents up to date"))
            return;
        plan.Apply();
        if (!PassThru)
            Tell($"Onboarding {repository}{Stack(workspace)}");
        Report(repository, plan.Steps, PassThru);
        if (workspace.Repository.WorkTree is not null)
            WriteDocuments(workspace);
        if (!PassThru && init.LeftToCommit() is { Count: > 0 } left)
            Tell($"Left to commit: {string.Join(", ", left)}");
    }

    /// <summary>A folder of clones: each becomes a rig where it stands, and is onboarded.</summary>
    private void MakeTown(string folder)
    {
        var place = new TownInPlace(folder);
        // A name that no agent has is said before anything is done.
        place.PlanAgents(Agents);
        var fresh = place.Clones.Where(clone => clone.Refusal is null).ToList();
        foreach (var clone in place.Clones.Where(clone => clone.Refusal is not null))
            Warn($"'{clone.Path}' is left out: {CommandWords.InPowerShell(clone.Refusal!)}.");
        if (fresh.Count > 0 && !ShouldProcess(folder, $"{(place.IsTown ? "Adopt as rigs" : "Make a town of")} {string.Join(", ", fresh.Select(clone => clone.Name))}"))
            return;
        place.Found();
        foreach (var clone in fresh)
        {
            GuardItem(
                () =>
                {
                    place.Adopt(clone);
                    Execute(clone.Path);
                },
                clone.Path);
        }

        foreach (var rig in place.Rigs.Select(rig => System.IO.Path.GetFullPath(rig.Path, folder)).Where(System.IO.Directory.Exists))
            GuardItem(() => Execute(rig), rig);
        // Behind the clones: those install the executable that the agents call.
        var wiring = place.PlanAgents(Agents);
        if (!wiring.HasChanges || ShouldProcess(folder, $"Let agents at the root ask us: {Subjects(wiring)}"))
        {
            wiring.Apply();
            Report(folder, wiring.Steps, PassThru);
        }

        var documents = WithProgress("Reading endpoints", (_, cancel) => new TownDocuments(TownScope.Of(folder)).Write(cancel: cancel));
        foreach (var document in documents.Where(document => document.Reason is not null))
            Warn($"'{document.Path}' is left alone: {document.Reason}");
        if (!PassThru)
            Tell($"The town {folder}: {place.Rigs.Count + fresh.Count} rigs, {string.Join(", ", TownDocuments.Names)} in {OwnPaths.Folder}/");
    }

    private static string Stack(Workspace workspace) =>
        workspace.Repository.WorkTree is null ? "" : $" ({StackSummary.Of(new ContextReader(workspace).ReadStack())})";

    private void WriteDocuments(Workspace workspace)
    {
        var result = WithProgress("Reading tags", (progress, cancel) => new ContextSync(workspace).Run(new SyncOptions(), progress, cancel));
        foreach (var document in result.Skipped)
            Warn($"'{document.Path}' is left alone: {document.Reason}");
        if (!PassThru)
            Tell($"  + documents    {(result.TagCount == 1 ? "1 tag" : $"{result.TagCount} tags")} in {(result.FileCount == 1 ? "1 file" : $"{result.FileCount} files")}, in {OwnPaths.Folder}/");
    }
}
