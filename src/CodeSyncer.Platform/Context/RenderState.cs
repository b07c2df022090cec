using System.Globalization;
using CodeSyncer.Platform.Configuration;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Context;

/// <summary>
/// What the documents of a work tree were last made from. A document whose sources have the same fingerprint, and whose
/// file has not been touched, is not made again; a hook that only makes sure sees at a glance that nothing has changed.
/// </summary>
internal sealed class RenderState(Workspace workspace)
{
    private readonly Dictionary<string, (ulong Sources, FileStamp Stamp)> _documents = new(StringComparer.Ordinal);
    private readonly string _file = workspace.Paths.Rendered;
    private string? _situation;

    /// <summary>What an earlier run left; nothing where it cannot be read: then everything is made anew.</summary>
    public static RenderState Open(Workspace workspace)
    {
        var state = new RenderState(workspace);
        try
        {
            var lines = File.ReadAllLines(state._file);
            state._situation = lines[0];
            foreach (var fields in lines.Skip(1).Select(line => line.Split('\t')))
                state._documents[fields[0]] = (Number<ulong>(fields[1]), new FileStamp(Number<long>(fields[2]), Number<long>(fields[3])));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            state._documents.Clear();
            state._situation = null;
        }

        return state;
    }

    /// <summary>Whether index, branch and configuration are those of the last rendering, and no edit must be looked at.</summary>
    public bool IsCurrent() => _situation is not null && _situation == Situation(null);

    /// <summary>Whether a document was made from these sources and its file is as it was left.</summary>
    public bool Holds(string name, ulong sources, string path) =>
        _documents.TryGetValue(name, out var known) && known.Sources == sources && FileStamp.Of(path) == known.Stamp;

    /// <summary>Keeps what was rendered; a repository that cannot be written is rendered again by the next hook.</summary>
    /// <param name="indexFile">The index that is, or will be, the repository's.</param>
    public void Remember(string? indexFile, IEnumerable<(DocumentResult Result, ulong Sources)> documents)
    {
        var lines = new List<string> { Situation(indexFile) ?? "" };
        foreach (var (result, sources) in documents)
        {
            if (result.Reason is null && FileStamp.Of(result.Path) is { } stamp)
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{result.Name}\t{sources}\t{stamp.Ticks}\t{stamp.Size}"));
            else
                lines[0] = "";
        }

        try
        {
            AtomicFile.Write(_file, string.Join('\n', lines));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Said above.
        }
    }

    /// <summary>Null where it cannot be told cheaply: edits that must be looked at, an index without checksum.</summary>
    private string? Situation(string? indexFile)
    {
        var repository = workspace.Repository;
        if (File.Exists(workspace.Paths.Edits) || IndexFile.ReadChecksum(indexFile ?? repository.IndexFile, repository.HashSize) is not { } checksum)
            return null;
        var start = BranchStart.Of(repository, workspace.Paths.BranchStart);
        var config = FileStamp.Of(Path.Combine(repository.WorkTree!, OwnPaths.Folder, "config.yml"));
        var own = FileStamp.Of(SettingsFiles.UserFile);
        return $"{Convert.ToHexStringLower(checksum)} {start.Commit} {config?.Ticks} {own?.Ticks} {start.Branch} {start.Name}";
    }

    private static T Number<T>(string text)
        where T : IParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);
}
