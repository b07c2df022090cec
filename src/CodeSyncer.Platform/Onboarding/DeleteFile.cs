using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>Deletes a file of ours.</summary>
public sealed class DeleteFile(string path) : Change(path)
{
    private byte[] before = [];
    private UnixFileMode? mode;

    public override void Apply()
    {
        before = File.ReadAllBytes(Path);
        mode = OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(Path);
        File.Delete(Path);
    }

    public override void Undo() => AtomicFile.Write(Path, before, mode);
}
