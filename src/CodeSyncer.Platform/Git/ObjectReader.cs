using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CodeSyncer.Platform.Git;

/// <summary>
/// Reads single objects of any type: loose ones itself, packed ones through one <c>git cat-file --batch</c> that is
/// started when first needed and asked again and again.
/// </summary>
/// <param name="git">Git in a repository that has the packed objects.</param>
/// <param name="objects">The directory of its loose ones.</param>
internal sealed class ObjectReader(GitCommand git, string objects) : IDisposable
{
    /// <summary>No item, tree or commit of a ledger comes near it, nor a saved file by default. In bytes.</summary>
    private const int SizeLimit = 64 * 1024 * 1024;

    private Process? _git;
    private BufferedStream? _answers;

    public ObjectReader(string gitDirectory)
        : this(new GitCommand(gitDirectory), Path.Combine(gitDirectory, "objects"))
    {
    }

    /// <summary>Null: it is not here, or damaged.</summary>
    public (string Type, byte[] Content)? Read(string id) =>
        LooseObject.TryRead(objects, id, SizeLimit) ?? ReadByGit(id);

    /// <summary>The content of an object of this type.</summary>
    /// <exception cref="InvalidDataException">It is not here, damaged, or of another type.</exception>
    public byte[] Read(string id, string type) => Read(id) is var (found, content) && found == type
        ? content
        : throw new InvalidDataException($"the {type} {id} is missing or damaged");

    public void Dispose()
    {
        _answers?.Dispose();
        if (_git is null)
            return;
        _git.StandardInput.Close();
        _git.WaitForExit();
        _git.Dispose();
    }

    private (string Type, byte[] Content)? ReadByGit(string id)
    {
        if (_git is null)
        {
            _git = git.Start(withInput: true, "cat-file", "--batch");
            _git.ErrorDataReceived += (_, _) => { };
            _git.BeginErrorReadLine();
            _answers = new BufferedStream(_git.StandardOutput.BaseStream, 1 << 16);
        }

        try
        {
            _git.StandardInput.BaseStream.Write(Encoding.ASCII.GetBytes(id + "\n"));
            _git.StandardInput.BaseStream.Flush();
            var fields = ReadLine().Split(' ');
            if (fields.Length != 3 || !int.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size > SizeLimit)
                return null;
            var content = new byte[size];
            _answers!.ReadExactly(content);
            _answers.ReadByte();
            return (fields[1], content);
        }
        catch (IOException)
        {
            // It has ended: damaged objects make it stop.
            _git.Dispose();
            _git = null;
            return null;
        }
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        for (var next = _answers!.ReadByte(); next != '\n'; next = _answers.ReadByte())
        {
            if (next < 0)
                throw new EndOfStreamException();
            line.Append((char)next);
        }

        return line.ToString();
    }
}
