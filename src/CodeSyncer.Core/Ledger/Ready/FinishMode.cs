namespace CodeSyncer.Core.Ledger.Ready;

/// <summary>When a bead is taken to be finished as work goes on.</summary>
internal enum FinishMode
{
    /// <summary>It stays as it is.</summary>
    Never,

    /// <summary>Once nothing holds it back.</summary>
    WhenFree,

    /// <summary>Whatever holds it back: somebody is at it.</summary>
    Anyway,
}
