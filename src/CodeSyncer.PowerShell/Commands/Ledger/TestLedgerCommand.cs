using System.Management.Automation;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Ledger;

/// <summary>Nothing comes out where all is right; with -Quiet, true or false.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Ledger")]
[OutputType(typeof(LedgerFinding), typeof(bool))]
public sealed class TestLedgerCommand : LedgerCommand
{
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    protected override void Execute(LedgerAccess ledger)
    {
        var problems = new LedgerVerify(ledger.Store.Repository).Run();
        if (Quiet)
            WriteObject(!problems.Any(problem => problem.IsError));
        else
            WriteObject(problems.Select(problem => new LedgerFinding(problem)), enumerateCollection: true);
    }
}
