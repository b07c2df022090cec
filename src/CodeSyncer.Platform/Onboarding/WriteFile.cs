using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>Writes a file whole; a file that was there keeps its mode.</summary>
/// <param name="executable">Whether a new file can be executed.</param>
public sealed class WriteFile(string path, byte[] content, bool executable = false) : Change(path)
{
    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;

    private readonly List<string> _directories = [];
    private byte[]? _before;

    public override void Apply()
    {
        _before = File.Exists(Path) ? File.ReadAllBytes(Path) : null;
        for (var directory = System.IO.Path.GetDirectoryName(Path); !Directory.Exists(directory); directory = System.IO.Path.GetDirectoryName(directory))
            _directories.Add(directory!);
        AtomicFile.Write(Path, content, executable && _before is null ? Executable : null);
    }

    public override void Undo()
    {
        if (_before is not null)
            AtomicFile.Write(Path, _before);
        else
            File.Delete(Path);
        foreach (var directory in _directories)
            Directory.Delete(directory);
    }
}
