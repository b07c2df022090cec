using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using CodeSyncer.Core.Text;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Agents;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Completion;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Context;

[Cmdlet(VerbsCommon.Show, "Context")]
[OutputType(typeof(string), typeof(ContextBrief))]
public sealed class ShowContextCommand : RepositoryCommand
{
    [Parameter]
    [ArgumentCompleter(typeof(WorkAgentCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Agent { get; set; }

    [Parameter]
    [SuppressMessage("Naming", "CA1720", Justification = "The word of the executable; there is no number here to mistake it for.")]
    public SwitchParameter Short { get; set; }

    [Parameter]
    public SwitchParameter AsObject { get; set; }

    protected override void Execute()
    {
        var brief = GitRepository.TryDiscover(StartDirectory) is null && LedgerPlace.TownAround(StartDirectory) is { } town ? OfTown(town) : OfRepository();
        WriteObject(AsObject ? brief : SafeText.ForTerminal(brief.Text, keepLines: true));
    }

    private ContextBrief OfRepository()
    {
        var workspace = OpenWorkspace();
        var prime = PrimeText.For(workspace, Agent, isShell: true).Render(Short ? PrimeForm.Reminder : PrimeForm.Whole);
        return new ContextBrief(prime, workspace.Repository.WorkTree ?? workspace.Repository.GitDirectory);
    }

    /// <summary>At the root of a town there is no repository: the town itself is told.</summary>
    private ContextBrief OfTown(string root)
    {
        using var town = TownWorkspace.Open(root, isShell: true);
        return new ContextBrief(TownPrime.For(town, Agent, Environment.GetEnvironmentVariable, isShell: true).Render(Short ? PrimeForm.Reminder : PrimeForm.Whole), town.Root);
    }
}
