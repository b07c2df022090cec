using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>Deletes a file of ours.</summary>
public sealed class DeleteFile(string path) : Change(path)
{
    private byte[] _before = [];
    private UnixFileMode? _mode;

    public override void Apply()
    {
        _before = File.ReadAllBytes(Path);
        _mode = OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(Path);
        File.Delete(Path);
    }

    public override void Undo() => AtomicFile.Write(Path, _before, _mode);
}
