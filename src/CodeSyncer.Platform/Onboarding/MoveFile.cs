namespace CodeSyncer.Platform.Onboarding;

/// <summary>Renames a file, of a symbolic link the link itself, so that what it leads to and its mode stay.</summary>
public sealed class MoveFile(string path, string to) : Change(path)
{
    public string To { get; } = to;

    public override void Apply() => Move(Path, To);

    public override void Undo() => Move(To, Path);

    /// <summary>A relative link that moves to another folder leads where it led.</summary>
    private static void Move(string from, string to)
    {
        var folders = (From: System.IO.Path.GetDirectoryName(from)!, To: System.IO.Path.GetDirectoryName(to)!);
        Directory.CreateDirectory(folders.To);
        var target = new FileInfo(from).LinkTarget;
        if (target is not null && !System.IO.Path.IsPathRooted(target) && folders.From != folders.To)
        {
            File.CreateSymbolicLink(to, Relocated(target, folders.From, folders.To));
            File.Delete(from);
        }
        else
        {
            File.Move(from, to);
        }

        if (folders.From.Length > folders.To.Length && !Directory.EnumerateFileSystemEntries(folders.From).Any())
            Directory.Delete(folders.From);
    }

    /// <summary>Only by as many <c>../</c> as the folders differ: the way back then gives the same text.</summary>
    private static string Relocated(string target, string from, string to)
    {
        var up = System.IO.Path.GetRelativePath(to, from) + System.IO.Path.DirectorySeparatorChar;
        if (up.StartsWith("..", StringComparison.Ordinal))
            return up + target;
        var back = System.IO.Path.GetRelativePath(from, to) + System.IO.Path.DirectorySeparatorChar;
        return target.StartsWith(back, StringComparison.Ordinal) ? target[back.Length..] : System.IO.Path.Combine(up, target);
    }
}
