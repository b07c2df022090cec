using System.Text;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Configuration;

/// <summary>Reads and changes <c>town.yml</c>; the user's own configuration lies under it.</summary>
internal static class TownFiles
{
    /// <exception cref="CodeSyncerException">Something in it is wrong.</exception>
    public static TownSettings Read(string root)
    {
        var settings = new TownSettings();
        var problems = new List<ConfigProblem>();
        var user = SettingsFiles.UserFile;
        if (File.Exists(user))
            (settings, problems) = Add(TownSettingsParser.ParseUser(user, Text(user), settings), problems);
        var file = FileOf(root);
        (settings, problems) = Add(TownSettingsParser.ParseTown(TownLayout.SettingsFile, Text(file), settings), problems);
        if (problems.Count == 0)
            return settings;
        var (first, more) = (problems[0], problems.Count - 1);
        throw TownErrors.BadSettings(first.Place, more == 0 ? first.Message : $"{first.Message} (and {more} more)", first.Hint);
    }

    /// <summary>Changes the text of the file; what was written meanwhile is what is changed.</summary>
    public static void Change(string root, Func<string, TownSettings, string> change)
    {
        var file = FileOf(root);
        using var alone = FileLock.TryTake(file + ".lock", TimeSpan.FromSeconds(20)) ?? throw TownErrors.Busy(file);
        var text = change(Text(file), Read(root));
        // A file that is written in a way which we cannot add to is left as it is.
        if (TownSettingsParser.ParseTown(TownLayout.SettingsFile, text, new TownSettings()).Problems is [var problem, ..])
            throw TownErrors.BadSettings(problem.Place, $"cannot be changed by us ({problem.Message})", "write the rigs one below the other, indented, then run this again");
        AtomicFile.Write(file, text);
    }

    public static string FileOf(string root) => Path.Combine(root, TownLayout.SettingsFile.Replace('/', Path.DirectorySeparatorChar));

    private static (TownSettings Settings, List<ConfigProblem> Problems) Add((TownSettings Settings, IReadOnlyList<ConfigProblem> Problems) read, List<ConfigProblem> problems) =>
        (read.Settings, [.. problems, .. read.Problems]);

    private static string Text(string file)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file));
        }
        catch (DecoderFallbackException)
        {
            throw TownErrors.BadSettings(file, "it is not UTF-8", "save it as UTF-8");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ErrorTexts.CannotRead(file, error);
        }
    }
}
