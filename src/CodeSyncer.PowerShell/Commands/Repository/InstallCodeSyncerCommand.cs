using System.Management.Automation;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Onboarding;
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

    protected override void Execute(string path)
    {
        if (Private && Shared)
            throw ErrorTexts.PrivateAndShared();
        var workspace = Workspace.Open(path);
        var repository = workspace.Repository.WorkTree ?? workspace.Repository.GitDirectory;
        var init = new Init(workspace.Repository, UserPlaces.OfThisUser(), new InitOptions
        {
            Mode = Private ? InitMode.Private : Shared ? InitMode.Shared : null,
            Hooks = !NoHooks,
            Agents = Agent?.Where(name => !string.Equals(name, AgentProgramCompleter.None, StringComparison.OrdinalIgnoreCase)).ToList(),
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
