using System.Text;

namespace CodeSyncer.Platform.Git;

/// <summary>
/// Reads many blobs by id: loose ones itself, all others through one <c>git cat-file --batch</c>. Content that is not
/// here (a partial clone), or larger than the limit, is skipped; nothing is ever fetched.
/// </summary>
public sealed class BlobReader(GitRepository repository)
{
    /// <summary>No source file is larger; a file beyond it is not read, in the work tree neither. In bytes.</summary>
    public const int SizeLimit = 16 * 1024 * 1024;

    private readonly string _objects = Path.Combine(repository.CommonDirectory, "objects");

    /// <summary>The blob, if it is loose: no process is started.</summary>
    public byte[]? TryReadLoose(string id) =>
        LooseObject.TryRead(_objects, id, SizeLimit) is ("blob", var content) ? content : null;

    /// <summary>Calls back with each blob that could be read, in the given order.</summary>
    public void ReadAll(IReadOnlyList<string> ids, Action<int, byte[]> found)
    {
        var rest = new List<int>();
        for (var i = 0; i < ids.Count; i++)
        {
            if (TryReadLoose(ids[i]) is { } content)
                found(i, content);
            else
                rest.Add(i);
        }

        if (rest.Count > 0 && repository.IsPartialClone)
            KeepPresent(ids, rest);
        if (rest.Count > 0)
            ReadByGit(ids, rest, found);
    }

    /// <summary>Asking an older git for a missing object of a partial clone would fetch it: ask first what is here.</summary>
    private void KeepPresent(IReadOnlyList<string> ids, List<int> wanted)
    {
        var all = repository.Git().Text("cat-file", "--batch-check=%(objectname)", "--batch-all-objects", "--unordered");
        var present = all.Split('\n').ToHashSet(StringComparer.Ordinal);
        wanted.RemoveAll(i => !present.Contains(ids[i]));
    }

    private void ReadByGit(IReadOnlyList<string> ids, List<int> wanted, Action<int, byte[]> found)
    {
        using var process = repository.Git().Start(withInput: true, "cat-file", "--batch", "--buffer");
        var errors = process.StandardError.ReadToEndAsync();
        var request = Encoding.ASCII.GetBytes(string.Join('\n', wanted.Select(i => ids[i])) + "\n");
        var feed = Task.Run(() => Feed(process.StandardInput, request));
        using var output = new BufferedStream(process.StandardOutput.BaseStream, 1 << 16);
        foreach (var i in wanted)
        {
            if (ReadHeader(output) is not { } header)
                break;
            if (ReadContent(output, header) is { } content)
                found(i, content);
        }

        feed.GetAwaiter().GetResult();
        process.StandardOutput.Close();
        errors.GetAwaiter().GetResult();
        process.WaitForExit();
    }

    private static void Feed(StreamWriter input, byte[] request)
    {
        try
        {
            input.BaseStream.Write(request);
            input.Close();
        }
        catch (IOException)
        {
            // git ended early: the blobs it did not give are not read.
        }
    }

    /// <summary>One line, <c>id SP type SP size</c> or <c>id SP missing</c>.</summary>
    private static string? ReadHeader(Stream output)
    {
        var line = new StringBuilder();
        for (var next = output.ReadByte(); next != '\n'; next = output.ReadByte())
        {
            if (next < 0)
                return null;
            line.Append((char)next);
        }

        return line.ToString();
    }

    private static byte[]? ReadContent(Stream output, string header)
    {
        var fields = header.Split(' ');
        if (fields.Length != 3 || !long.TryParse(fields[2], out var size))
            return null;
        if (fields[1] == "blob" && size <= SizeLimit)
        {
            var content = new byte[size];
            output.ReadExactly(content);
            output.ReadByte();
            return content;
        }

        var scrap = new byte[1 << 16];
        for (var left = size + 1; left > 0;)
            left -= output.Read(scrap, 0, (int)Math.Min(left, scrap.Length)) is > 0 and var got ? got : left;
        return null;
    }
}
