namespace CodeSyncer.Testing;

/// <summary>Programs of others that a test uses where the machine has them.</summary>
public static class Tools
{
    /// <summary>Absolute path of a program on PATH; null where it is missing.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe"), Path.Combine(folder, program + ".cmd") })
            .FirstOrDefault(File.Exists);
}
