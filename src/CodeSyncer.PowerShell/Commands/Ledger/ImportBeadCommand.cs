using System.Management.Automation;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Ledger.Interchange;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

/// <summary>Beads JSONL is imported, records with their ids; a Markdown checklist (.md) becomes new beads.</summary>
[Cmdlet(VerbsData.Import, "Bead", SupportsShouldProcess = true)]
[OutputType(typeof(ImportReport), typeof(BeadInfo))]
public sealed class ImportBeadCommand : LedgerCommand
{
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    protected override void Execute(LedgerAccess ledger)
    {
        var file = FullPath(Path);
        var content = File.ReadAllBytes(file);
        if (System.IO.Path.GetExtension(file).ToLowerInvariant() is ".md" or ".markdown")
        {
            var drafts = ChecklistReader.Read(System.Text.Encoding.UTF8.GetString(content));
            if (ShouldProcess(file, $"Create {drafts.Count} beads and those below them"))
                Write(ledger.Change((change, ids) => BeadCreation.Create(change, drafts, ids)), ledger);
            return;
        }

        var isReal = ShouldProcess(file, "Import beads");
        var result = LedgerImport.Run(ledger.Store, ledger.Actor, BeadsJsonlReader.Read(content), file, dryRun: !isReal);
        WriteObject(new ImportReport(result, isReal));
    }
}
