using CodeSyncer.Core.Errors;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>Where things of ours stand that belong to the user, not to a repository.</summary>
/// <param name="DataDirectory">Absolute.</param>
public sealed record UserPlaces(string DataDirectory)
{
    /// <summary>The file name of the executable on this system.</summary>
    public static string ExecutableName { get; } = OperatingSystem.IsWindows() ? "codesyncer.exe" : "codesyncer";

    /// <summary>The one executable that the hooks of all repositories of this user run; its path never changes.</summary>
    public string Executable => Path.Combine(DataDirectory, "bin", ExecutableName);

    /// <summary>The places of whoever runs this process.</summary>
    /// <exception cref="CodeSyncerException">The user has no home directory.</exception>
    public static UserPlaces OfThisUser()
    {
        if (OperatingSystem.IsWindows())
            return new UserPlaces(Path.Combine(Folder(Environment.SpecialFolder.LocalApplicationData), "CodeSyncer"));
        if (OperatingSystem.IsMacOS())
            return new UserPlaces(Path.Combine(Folder(Environment.SpecialFolder.UserProfile), "Library", "Application Support", "codesyncer"));

        // The XDG base directory specification has relative values ignored.
        var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        return new UserPlaces(Path.Combine(
            Path.IsPathRooted(data) ? data : Path.Combine(Folder(Environment.SpecialFolder.UserProfile), ".local", "share"), "codesyncer"));
    }

    private static string Folder(Environment.SpecialFolder folder) =>
        Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } path
            ? path
            : throw ErrorTexts.NoHome();
}
