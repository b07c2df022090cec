namespace CodeSyncer.Core.Agents.Dialects;

/// <summary>What an agent does in its own way when it runs an entry that was made for another one.</summary>
internal enum GuestForm
{
    /// <summary>It reports in its own fields, and reads answers as the other agent does.</summary>
    HostReports,

    /// <summary>It reports as the other agent does, and reads context in its own form.</summary>
    HostListens,
}
