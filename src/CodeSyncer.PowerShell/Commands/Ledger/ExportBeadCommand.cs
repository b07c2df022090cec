using System.Management.Automation;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Interchange;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.PowerShell.Commands.Ledger;

[Cmdlet(VerbsData.Export, "Bead", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportBeadCommand : LedgerCommand
{
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    [Parameter]
    [ValidateSet("0", "1")]
    public string Dialect { get; set; } = "0";

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void Execute(LedgerAccess ledger)
    {
        var file = FullPath(Path);
        // As all Export cmdlets do: a misspelled folder is no new one.
        if (System.IO.Path.GetDirectoryName(file) is { } folder && !Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        var index = ledger.Index();
        var beads = index.Beads(new BeadQuery { AnyStatus = true, Order = BeadSort.Id });
        if (!ShouldProcess(file, $"Write {beads.Count} beads"))
            return;
        var others = index.Items(LedgerPath.Events).Where(BeadsImport.IsOther).ToList();
        AtomicFile.Write(file, BeadsJsonlWriter.Write(beads, others, Dialect == "1" ? JsonlDialect.Typed : JsonlDialect.Plain));
        if (PassThru)
            WriteObject(new FileInfo(file));
    }
}
