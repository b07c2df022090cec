namespace CodeSyncer.Platform.Processes;

/// <summary>Finds programs as a shell does.</summary>
public static class ProgramPath
{
    private static readonly string[] Endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat", ""] : [""];

    /// <summary>Absolute path; null: there is no such program.</summary>
    public static string? Find(string program)
    {
        if (program.Contains('/') || program.Contains(Path.DirectorySeparatorChar))
            return Endings.Select(ending => Path.GetFullPath(program + ending)).FirstOrDefault(File.Exists);
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Endings.Select(ending => Path.Combine(folder, program + ending))).FirstOrDefault(File.Exists);
    }
}
