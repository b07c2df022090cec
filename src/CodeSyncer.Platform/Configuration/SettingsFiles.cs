using System.Text;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Errors;

namespace CodeSyncer.Platform.Configuration;

/// <summary>Finds and reads the configuration: the team's in the work tree, then the user's, which wins.</summary>
public static class SettingsFiles
{
    public const string TeamFile = ".codesyncer/config.yml";

    /// <summary>Where this user's configuration stands: the configuration folder of the system, <c>XDG_CONFIG_HOME</c> on Linux.</summary>
    public static string UserFile => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "codesyncer", "config.yml");

    /// <param name="strict">Whether a problem is an error; otherwise it is reported and the defaults serve.</param>
    /// <exception cref="CodeSyncerException">Strict, and something is wrong.</exception>
    public static (Settings Settings, IReadOnlyList<ConfigProblem> Problems) Read(string? workTree, bool strict)
    {
        var settings = Settings.Default;
        var problems = new List<ConfigProblem>();
        if (workTree is not null)
            settings = Add(TeamFile, Path.Combine(workTree, ".codesyncer", "config.yml"), settings, problems);
        settings = Add(UserFile, UserFile, settings, problems);
        if (problems.Count == 0)
            return (settings, []);
        return strict ? throw ErrorTexts.BadConfiguration(problems[0].Place, problems[0].Message, problems[0].Hint) : (Settings.Default, problems);
    }

    private static Settings Add(string shown, string file, Settings settings, List<ConfigProblem> problems)
    {
        if (!File.Exists(file))
            return settings;
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF');
            var (next, found) = SettingsParser.Parse(shown, text, settings);
            problems.AddRange(found);
            return next;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ConfigProblem(shown, 0, $"it cannot be read ({error.Message.TrimEnd('.')})", "give yourself read access to it"));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new ConfigProblem(shown, 0, "it is not UTF-8", "save it as UTF-8"));
        }

        return settings;
    }
}
