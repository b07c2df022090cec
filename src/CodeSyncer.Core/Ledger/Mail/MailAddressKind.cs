namespace CodeSyncer.Core.Ledger.Mail;

/// <summary>What an address names.</summary>
public enum MailAddressKind
{
    /// <summary>One agent by its name.</summary>
    Agent,

    /// <summary><c>@crew</c>: everybody with a workspace of their own.</summary>
    Crew,

    /// <summary><c>@rig/x</c>: all who work in rig x.</summary>
    Rig,

    /// <summary><c>@town</c>: everybody.</summary>
    Town,

    /// <summary><c>queue:name</c>: whoever takes it first.</summary>
    Queue,
}
