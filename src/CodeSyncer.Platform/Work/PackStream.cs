using System.Diagnostics;
using System.Globalization;
using System.Text;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>Writes many blobs as one pack, through <c>git fast-import</c>. The pack is there once this is disposed.</summary>
internal sealed class PackStream : IDisposable
{
    private readonly Process _git;
    private readonly BufferedStream _input;

    public PackStream(GitCommand git)
    {
        _git = git.Start(withInput: true, "-c", "fastimport.unpackLimit=1", "-c", "pack.compression=1", "fast-import", "--quiet");
        _git.ErrorDataReceived += (_, _) => { };
        _git.BeginErrorReadLine();
        _git.OutputDataReceived += (_, _) => { };
        _git.BeginOutputReadLine();
        _input = new BufferedStream(_git.StandardInput.BaseStream, 1 << 16);
    }

    public void Add(ReadOnlySpan<byte> content)
    {
        _input.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob\ndata {content.Length}\n")));
        _input.Write(content);
        _input.WriteByte((byte)'\n');
    }

    /// <exception cref="IOException">Git could not write the pack.</exception>
    public void Dispose()
    {
        _input.Dispose();
        _git.WaitForExit();
        var code = _git.ExitCode;
        _git.Dispose();
        if (code != 0)
            throw new IOException($"git fast-import ended with {code}");
    }
}
