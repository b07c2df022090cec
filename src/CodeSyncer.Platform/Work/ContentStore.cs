using System.Globalization;
using System.Text;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>
/// Writes the content of changed files to <c>work.git</c>, byte for byte as it stands in the work tree: no filter and no
/// conversion of line ends. What is too large, secret or unreadable is named instead.
/// </summary>
internal sealed class ContentStore(GitRepository repository, WorkStore store, WorkSettings settings, bool includeSecrets)
{
    /// <summary>More files than this are nobody's work, but something that .gitignore forgot.</summary>
    private const int MostFiles = 100_000;

    /// <summary>From here on one pack is written in place of a file an object.</summary>
    private const int ManyFiles = 300;

    /// <summary>Bytes; what is larger is left to git, which does not hold it in our memory. Of it only so much is searched for secrets.</summary>
    private const int LargeFile = 1 << 20;

    private readonly PathGlobs _secrets = new(settings.Secrets, canTakeBack: true, ignoreCase: true);
    private readonly List<LeftOut> _leftOut = [];
    private readonly Submodules _submodules = new(repository);
    private readonly Dictionary<string, bool> _realFolders = new(StringComparer.Ordinal);
    private long _stored;

    public IReadOnlyList<LeftOut> LeftOut => _leftOut;

    /// <param name="found">Gets each path with its mode and id; both null: it is gone from the work tree.</param>
    public void Store(List<ChangedPath> changes, Action<ChangedPath, string?, string?> found)
    {
        using var pack = changes.Count > ManyFiles ? new PackStream(store.GitAlone()) : null;
        var large = new List<(ChangedPath Change, string Mode)>();
        var count = 0;
        foreach (var change in changes)
        {
            if (change.IsSubmodule && _submodules.Head(change.Path) is { } commit)
            {
                found(change, TreeLines.Submodule, commit);
                continue;
            }

            var full = Path.Combine(repository.WorkTree!, change.Path);
            var look = Encoding.UTF8.GetByteCount(change.Path) == change.Bytes.Length && Encoding.UTF8.GetBytes(change.Path).AsSpan().SequenceEqual(change.Bytes)
                ? StandsInRealFolder(change) ? FileLook.At(full) : default
                : new FileLook(FileKind.Other, 0, false);
            if (look.Kind is FileKind.Missing || (look.Kind is FileKind.Folder && change.IsTracked))
            {
                if (change.IsTracked)
                    found(change, null, null);
            }
            else if (WhyNot(change, look, count) is { } reason)
            {
                _leftOut.Add(new LeftOut(change.Path, reason, look.Kind is FileKind.File ? look.Size : null));
            }
            else if (look.Kind is FileKind.File && look.Size > LargeFile)
            {
                count++;
                if (SecretIn(full) is { } secret)
                    _leftOut.Add(new LeftOut(change.Path, secret, look.Size));
                else
                    large.Add((change, ModeOf(change, look)));
            }
            else
            {
                count++;
                StoreSmall(change, full, look, pack, found);
            }
        }

        StoreLarge(large, found);
    }

    private void StoreSmall(ChangedPath change, string full, FileLook look, PackStream? pack, Action<ChangedPath, string?, string?> found)
    {
        byte[] content;
        try
        {
            content = look.Kind is FileKind.Link
                ? Encoding.UTF8.GetBytes(new FileInfo(full).LinkTarget ?? throw new FileNotFoundException())
                : File.ReadAllBytes(full);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            // It vanished while we looked.
            if (change.IsTracked)
                found(change, null, null);
            return;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _leftOut.Add(new LeftOut(change.Path, "cannot be read", look.Size));
            return;
        }

        if (!includeSecrets && look.Kind is FileKind.File && SecretContent.LooksLikeSecret(content) is { } kind)
        {
            _leftOut.Add(new LeftOut(change.Path, $"looks like it holds a secret ({kind})", content.Length));
            return;
        }

        _stored += content.Length;
        var id = LooseObject.IdOf("blob", content, repository.HashSize);
        if (pack is not null)
            pack.Add(content);
        else
            store.Write("blob", content);
        found(change, ModeOf(change, look), id);
    }

    private void StoreLarge(List<(ChangedPath Change, string Mode)> files, Action<ChangedPath, string?, string?> found)
    {
        if (files.Count == 0)
            return;
        // Without the user's objects: what git finds there it does not write, and there it may be taken away.
        var git = new GitCommand(repository.WorkTree!) { ObjectDirectory = store.Objects };
        foreach (var (change, mode) in files)
        {
            // One at a time: of a batch that fails at a file that has vanished nothing would be known.
            if (git.TryText("hash-object", "-w", "--no-filters", "--", change.Path) is { } id)
                found(change, mode, id);
            else if (FileLook.At(Path.Combine(repository.WorkTree!, change.Path)).Kind is not FileKind.Missing)
                _leftOut.Add(new LeftOut(change.Path, "cannot be read", null));
            else if (change.IsTracked)
                found(change, null, null);
        }
    }

    private string? WhyNot(ChangedPath change, FileLook look, int count)
    {
        if (change.Path.EndsWith('/'))
            return "is a repository of its own";
        if (look.Kind is not (FileKind.File or FileKind.Link))
            return change.Path.Contains('\uFFFD', StringComparison.Ordinal) ? "has a name that is not UTF-8" : "is no regular file";
        if (look.Size > settings.MaxFile && look.Kind is FileKind.File)
            return $"is larger than {Megabytes(settings.MaxFile)} (work.max_file)";
        if (_stored + look.Size > settings.MaxSave)
            return $"does not fit: a save takes {Megabytes(settings.MaxSave)} (work.max_save)";
        if (count >= MostFiles)
            return string.Create(CultureInfo.InvariantCulture, $"does not fit: a save takes {MostFiles} changed files");
        return !includeSecrets && _secrets.Matches(change.Path) ? "has the name of a secret (work.secrets)" : null;
    }

    private string? SecretIn(string full)
    {
        if (includeSecrets)
            return null;
        try
        {
            using var file = File.OpenHandle(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var start = new byte[LargeFile];
            return SecretContent.LooksLikeSecret(start.AsSpan(0, RandomAccess.Read(file, start, 0))) is { } kind ? $"looks like it holds a secret ({kind})" : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string ModeOf(ChangedPath change, FileLook look)
    {
        if (look.Kind is FileKind.Link)
            return "120000";
        if (repository.TrustsFileMode)
            return look.IsExecutable ? "100755" : "100644";
        return change.IndexMode == "100755" ? "100755" : "100644";
    }

    /// <summary>A tracked file below a link is gone: what stands there belongs to another place.</summary>
    private bool StandsInRealFolder(ChangedPath change)
    {
        if (!change.IsTracked)
            return true;
        for (var end = change.Path.IndexOf('/'); end >= 0; end = change.Path.IndexOf('/', end + 1))
        {
            var folder = change.Path[..end];
            if (!_realFolders.TryGetValue(folder, out var isReal))
                _realFolders[folder] = isReal = FileLook.At(Path.Combine(repository.WorkTree!, folder)).Kind is FileKind.Folder;
            if (!isReal)
                return false;
        }

        return true;
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes >> 20)} MB");
}
