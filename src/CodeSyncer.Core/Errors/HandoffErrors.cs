namespace CodeSyncer.Core.Errors;

/// <summary>Error texts of handoffs.</summary>
public static class HandoffErrors
{
    public static CodeSyncerException TooLong(int most) => new(ErrorKind.BadInput, "HandoffTooLong",
        $"the message has more than {most / 1024} KiB", "say the most important; put the rest into a file or the bead, and name it");
}
