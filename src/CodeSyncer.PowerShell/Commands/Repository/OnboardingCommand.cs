using System.Management.Automation;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Repository;

/// <summary>A cmdlet that works on the wiring of repositories: those named, or piped in, else the one of the current location.</summary>
public abstract class OnboardingCommand : CodeSyncerCommand
{
    [Parameter(Position = 0, ParameterSetName = "Path", ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    protected sealed override void ProcessRecord()
    {
        foreach (var path in Paths())
            GuardItem(() => Execute(path), path);
    }

    /// <param name="path">A full path in the repository.</param>
    protected abstract void Execute(string path);

    /// <summary>Reports a plan: as objects, or to the person in front of the screen.</summary>
    protected void Report(string repository, IEnumerable<PlanStep> steps, bool asObjects)
    {
        foreach (var step in steps)
        {
            if (step.State == StepState.Warning)
                Warn($"{step.Subject}: {CommandWords.InPowerShell(step.Text)}");
            else if (!asObjects)
                Tell($"  {(step.State == StepState.Change ? '+' : '=')} {step.Subject,-12} {CommandWords.InPowerShell(step.Text)}");
            if (asObjects)
                WriteObject(new OnboardingStep(step, repository));
        }
    }

    protected static string Subjects(ChangePlan plan) =>
        string.Join(", ", plan.Steps.Where(step => step.State == StepState.Change).Select(step => step.Subject).Distinct());

    private IEnumerable<string> Paths() => ParameterSetName == "LiteralPath"
        ? LiteralPath.Select(FullPath)
        : Path.Length == 0
            ? [CurrentDirectory]
            : Path.SelectMany(path => WildcardPattern.ContainsWildcardCharacters(path) ? GetResolvedProviderPathFromPSPath(path, out _) : [FullPath(path)]);
}
