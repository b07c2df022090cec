using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.PowerShell.Output;

/// <summary>Something that is not as it should be in a ledger.</summary>
public sealed class LedgerFinding : TerminalText
{
    internal LedgerFinding(LedgerProblem problem)
    {
        Path = problem.Path;
        Message = problem.What;
        Severity = problem.IsError ? "Error" : "Note";
    }

    public string Severity { get; }

    /// <summary>The item in the ledger; empty: the ledger as a whole.</summary>
    public string Path { get; }

    public string Message { get; }

    public override string ToString() => $"{Path}: {Message}";
}
