using System.Text;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Configuration;

/// <summary>Finds and reads the configuration: the team's in the work tree, then the user's, which wins.</summary>
public static class SettingsFiles
{
    public const string TeamFile = ".codesyncer/config.yml";

    /// <summary>In bytes, beyond what the parser takes in characters: a device has no end at all.</summary>
    private const int MostBytes = 1024 * 1024;

    /// <summary>Where this user's configuration stands: <c>%APPDATA%</c> on Windows, else <c>XDG_CONFIG_HOME</c> or <c>~/.config</c>.</summary>
    public static string UserFile
    {
        get
        {
            if (OperatingSystem.IsWindows())
                return Path.Combine(Folder(Environment.SpecialFolder.ApplicationData), "codesyncer", "config.yml");
            // The specification of these folders says to ignore a relative one.
            var given = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME");
            var folder = Path.IsPathRooted(given) ? given : Path.Combine(Folder(Environment.SpecialFolder.UserProfile), ".config");
            return Path.Combine(folder, "codesyncer", "config.yml");
        }
    }

    /// <param name="workTree">Root of the work tree; null in a bare repository, where only the user's file counts.</param>
    /// <param name="strict">Whether a problem is an error; otherwise it is reported and the defaults serve, but what
    /// protects (paths, topics, secrets) holds as far as it can be read: a typing error must not take it away.</param>
    /// <exception cref="CodeSyncerException">Strict, and something is wrong.</exception>
    public static (Settings Settings, IReadOnlyList<ConfigProblem> Problems) Read(string? workTree, bool strict) =>
        Read(workTree, UserFile, strict);

    /// <inheritdoc cref="Read(string?, bool)"/>
    /// <param name="workTree">Root of the work tree, or null.</param>
    /// <param name="userFile">The user's file, which need not exist.</param>
    /// <param name="strict">Whether a problem is an error.</param>
    public static (Settings Settings, IReadOnlyList<ConfigProblem> Problems) Read(string? workTree, string userFile, bool strict)
    {
        var settings = Settings.Default;
        var problems = new List<ConfigProblem>();
        if (workTree is not null)
            settings = Add(TeamFile, Path.Combine(workTree, ".codesyncer", "config.yml"), workTree, settings, problems);
        settings = Add(userFile, userFile, null, settings, problems);
        if (problems.Count == 0)
            return (settings, []);
        if (!strict)
            return (Settings.Default with { ProtectedPaths = settings.ProtectedPaths, CriticalTopics = settings.CriticalTopics, Work = settings.Work }, problems);
        var (first, more) = (problems[0], problems.Count - 1);
        throw ErrorTexts.BadConfiguration(first.Place, more == 0 ? first.Message : $"{first.Message} (and {more} more)", first.Hint);
    }

    /// <param name="within">Where the file must really stand: a repository that we cloned may link it to any file of this machine.</param>
    private static Settings Add(string shown, string file, string? within, Settings settings, List<ConfigProblem> problems)
    {
        if (!Path.Exists(file))
            return settings;
        try
        {
            if (within is not null && !RealPath.IsWithin(RealPath.Of(file), RealPath.Of(within)))
            {
                problems.Add(new ConfigProblem(shown, 0, "it is a link that leads out of the repository", "put the file itself there"));
                return settings;
            }

            var content = ReadStart(file);
            if (content.Length >= MostBytes)
            {
                problems.Add(SettingsParser.TooLong(shown));
                return settings;
            }

            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
            var (next, found) = SettingsParser.Parse(shown, text, settings, isPersonal: within is null);
            problems.AddRange(found);
            return next;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ConfigProblem(shown, 0, $"it cannot be read ({error.Message.TrimEnd('.')})", "make it a file that you may read"));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new ConfigProblem(shown, 0, "it is not UTF-8", "save it as UTF-8"));
        }

        return settings;
    }

    /// <summary>The content, or as much of it as shows that it is too long.</summary>
    private static ReadOnlySpan<byte> ReadStart(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var content = new byte[4096];
        var length = 0;
        while (stream.Read(content, length, content.Length - length) is > 0 and var read)
        {
            length += read;
            if (length >= MostBytes)
                break;
            if (length == content.Length)
                Array.Resize(ref content, content.Length * 2);
        }

        return content.AsSpan(0, length);
    }

    private static string Folder(Environment.SpecialFolder folder) =>
        Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify);
}
