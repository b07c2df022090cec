using System.Text;

namespace CodeSyncer.Platform.Git;

/// <summary>
/// A branch of a bare repository of our own: a file that holds an id, moved under git's own lock file by a rename, so
/// that whenever a process dies the old id stands there or the new one.
/// </summary>
/// <param name="directory">The repository.</param>
/// <param name="name">Full name: <c>refs/heads/main</c>.</param>
internal sealed class BranchFile(string directory, string name, int hashSize = Sha1.Size)
{
    /// <summary>A lock file of git's form is this old only when its owner died. Ours are held for a fraction of a millisecond.</summary>
    private static readonly TimeSpan DeadLock = TimeSpan.FromSeconds(3);

    private const int Patience = 10_000;

    private readonly string _path = Path.Combine(directory, name);

    /// <summary>The commit that it stands at; null: there is no such branch.</summary>
    /// <exception cref="InvalidDataException">Something else than an id stands there.</exception>
    public string? Tip()
    {
        try
        {
            return Id(File.ReadAllText(_path));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return PackedTip();
        }
    }

    /// <summary>Moves it where it still stands at <paramref name="from"/>.</summary>
    /// <returns>Whether it stood there.</returns>
    public bool TryMove(string? from, string to) => TryChange(from, to);

    /// <summary>Takes it away where it still stands at <paramref name="from"/>. Branches of ours are never packed.</summary>
    public bool TryDelete(string from) => TryChange(from, null);

    private bool TryChange(string? from, string? to)
    {
        var lockPath = _path + ".lock";
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        for (var end = Environment.TickCount64 + Patience; ; Thread.Sleep(2))
        {
            try
            {
                using var file = new FileStream(lockPath, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
                file.Write(Encoding.ASCII.GetBytes((to ?? "") + "\n"));
                break;
            }
            catch (IOException error) when (error is not DirectoryNotFoundException && Environment.TickCount64 < end)
            {
                // Of a file that is gone by now this is a time long ago, and deleting it does nothing.
                if (DateTime.UtcNow - File.GetLastWriteTimeUtc(lockPath) > DeadLock)
                    File.Delete(lockPath);
            }
        }

        if (Tip() != from)
        {
            File.Delete(lockPath);
            return false;
        }

        if (to is not null)
        {
            File.Move(lockPath, _path, overwrite: true);
            return true;
        }

        File.Delete(_path);
        File.Delete(lockPath);
        return true;
    }

    private string? PackedTip()
    {
        try
        {
            return File.ReadLines(Path.Combine(directory, "packed-refs"))
                .Where(line => line.EndsWith(" " + name, StringComparison.Ordinal))
                .Select(line => Id(line[..line.IndexOf(' ', StringComparison.Ordinal)]))
                .FirstOrDefault();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private string Id(string text)
    {
        var id = text.Trim();
        return id.Length == hashSize * 2 && id.All(char.IsAsciiHexDigitLower) ? id : throw new InvalidDataException($"its branch holds '{id}'");
    }
}
