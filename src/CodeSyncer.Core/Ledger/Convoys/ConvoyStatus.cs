namespace CodeSyncer.Core.Ledger.Convoys;

/// <summary>Where a convoy stands, derived; of several that apply the first one counts.</summary>
public enum ConvoyStatus
{
    /// <summary>Somebody closed it.</summary>
    Closed,

    /// <summary>There is no living bead in it.</summary>
    Empty,

    /// <summary>All its beads are done.</summary>
    Landed,

    /// <summary>Something is left, and all of it is stranded: nobody can begin anything in it, nobody is at anything.</summary>
    Stranded,

    /// <summary>Work goes on, or can.</summary>
    Open,
}
