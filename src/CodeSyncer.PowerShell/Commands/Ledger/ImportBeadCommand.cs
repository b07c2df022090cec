using System.Management.Automation;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Ledger.Interchange;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

/// <summary>Beads JSONL is imported, records with their ids; a Markdown checklist (.md) becomes new beads. A file is a transaction.</summary>
[Cmdlet(VerbsData.Import, "Bead", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(ImportReport), typeof(BeadInfo))]
public sealed class ImportBeadCommand : LedgerInputCommand
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    protected override IEnumerable<string> Input => ParameterSetName == "LiteralPath"
        ? LiteralPath.Select(FullPath)
        : Path.SelectMany(path => WildcardPattern.ContainsWildcardCharacters(path) ? GetResolvedProviderPathFromPSPath(path, out _) : [FullPath(path)]);

    protected override void Execute(LedgerAccess ledger, IReadOnlyList<string> input)
    {
        Action<Action, object?> guard = input.Count > 1 ? GuardItem : Guard;
        foreach (var file in input)
            guard(() => Import(ledger, file), file);
    }

    private void Import(LedgerAccess ledger, string file)
    {
        if (System.IO.Path.GetExtension(file).ToLowerInvariant() is ".md" or ".markdown")
        {
            var drafts = ChecklistReader.Read(File.ReadAllText(file));
            if (ShouldProcess(file, $"Create {drafts.Count} beads and those below them"))
                Write(ledger.Change((change, ids) => BeadCreation.Create(change, drafts, ids)), ledger);
            return;
        }

        var content = BeadsJsonlReader.Read(File.ReadAllBytes(file));
        var isReal = ShouldProcess(file, "Import beads");
        WriteObject(new ImportReport(LedgerImport.Run(ledger.Store, ledger.Actor, content, file, dryRun: !isReal), file, isReal));
    }
}
