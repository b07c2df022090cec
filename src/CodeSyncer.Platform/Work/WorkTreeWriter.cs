using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Work;

/// <summary>
/// Writes and deletes files of a work tree. Each is there whole or not at all, and no path leads through a link: a folder
/// that is none stops it before anything is written.
/// </summary>
/// <param name="temporary">A folder for files in the making, outside of the work tree.</param>
internal sealed class WorkTreeWriter(string root, string temporary)
{
    private readonly HashSet<string> _realFolders = new(StringComparer.Ordinal);

    public void Write(string path, string mode, byte[] content)
    {
        var target = Prepare(path);
        Directory.CreateDirectory(temporary);
        var draft = Path.Combine(temporary, $"file.{Environment.ProcessId}");
        File.Delete(draft);
        if (mode == "120000")
        {
            File.CreateSymbolicLink(draft, Encoding.UTF8.GetString(content));
        }
        else
        {
            File.WriteAllBytes(draft, content);
            if (mode == "100755" && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(draft, Runnable(File.GetUnixFileMode(draft)));
        }

        if (FileLook.At(target).Kind is FileKind.Link)
            File.Delete(target);
        File.Move(draft, target, overwrite: true);
    }

    /// <summary>Deletes a file, and the folders that are empty then.</summary>
    public void Delete(string path)
    {
        var target = Path.Combine(root, path);
        if (!IsInRealFolder(path) || FileLook.At(target).Kind is not (FileKind.File or FileKind.Link))
            return;
        File.Delete(target);
        for (var folder = Path.GetDirectoryName(target)!; folder.Length > root.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (Directory.EnumerateFileSystemEntries(folder).Any())
                return;
            Directory.Delete(folder);
            _realFolders.Clear();
        }
    }

    /// <summary>Whether every folder on the way is one, not a link.</summary>
    public bool IsInRealFolder(string path)
    {
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
        {
            if (FileLook.At(Path.Combine(root, path[..end])).Kind is not FileKind.Folder)
                return false;
        }

        return true;
    }

    private string Prepare(string path)
    {
        if (path.Split('/').Any(part => part is "" or "." or ".." || part.Equals(".git", StringComparison.OrdinalIgnoreCase)))
            throw WorkErrors.InTheWay([path]);
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
        {
            var folder = path[..end];
            if (!_realFolders.Add(folder))
                continue;
            var full = Path.Combine(root, folder);
            var kind = FileLook.At(full).Kind;
            if (kind is FileKind.Missing)
                Directory.CreateDirectory(full);
            else if (kind is not FileKind.Folder)
                throw WorkErrors.InTheWay([folder]);
        }

        var target = Path.Combine(root, path);
        if (FileLook.At(target).Kind is FileKind.Folder)
            throw WorkErrors.InTheWay([path]);
        return target;
    }

    private static UnixFileMode Runnable(UnixFileMode mode) =>
        mode | (UnixFileMode)(((int)mode & (int)(UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead)) >> 2);
}
