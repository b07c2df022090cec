namespace CodeSyncer.Core.Errors;

/// <summary>Kinds of failure; the values are the exit codes of the executable.</summary>
public enum ErrorKind
{
    /// <summary>A check says no: lint errors, stale documents.</summary>
    CheckFailed = 1,

    /// <summary>Bad usage or bad input.</summary>
    BadInput = 2,

    /// <summary>Held by someone else, or in the way of the user's own work.</summary>
    Conflict = 3,

    /// <summary>Not a usable repository.</summary>
    NoRepository = 4,

    /// <summary>Our own failure.</summary>
    Internal = 5,
}
