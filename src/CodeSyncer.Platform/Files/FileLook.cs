namespace CodeSyncer.Platform.Files;

/// <summary>What stands at a path: looked at without opening it and without following a link.</summary>
/// <param name="Size">Bytes, of a regular file.</param>
/// <param name="IsExecutable">Whether its owner may run it; false on Windows.</param>
internal readonly record struct FileLook(FileKind Kind, long Size, bool IsExecutable)
{
    private const int TypeMask = 0xF000;
    private const int OwnerRuns = 0x40;

    public static FileLook At(string path)
    {
        if (OperatingSystem.IsLinux())
            return LinuxFile.Look(path) is var (mode, size) ? new FileLook(KindOf(mode), size, (mode & OwnerRuns) != 0) : default;
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
            return new FileLook(FileKind.Link, 0, false);
        if (file.Exists)
            return new FileLook(FileKind.File, file.Length, !OperatingSystem.IsWindows() && (file.UnixFileMode & UnixFileMode.UserExecute) != 0);
        return Directory.Exists(path) ? new FileLook(FileKind.Folder, 0, false) : default;
    }

    private static FileKind KindOf(int mode) => (mode & TypeMask) switch
    {
        0x8000 => FileKind.File,
        0xA000 => FileKind.Link,
        0x4000 => FileKind.Folder,
        _ => FileKind.Other,
    };
}
