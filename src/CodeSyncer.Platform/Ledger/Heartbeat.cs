using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;

namespace CodeSyncer.Platform.Ledger;

/// <summary>
/// The sign of life of an agent that a town started: the time of an empty file, set whenever it speaks to us. It stays on
/// this machine, and costs the ledger nothing.
/// </summary>
public static class Heartbeat
{
    public const string TownVariable = "CODESYNCER_TOWN";
    public const string GenerationVariable = "CODESYNCER_GENERATION";

    /// <summary>Where no town started us, nothing happens.</summary>
    public static void Beat(Func<string, string?> environment)
    {
        if (environment(GenerationVariable) is not { Length: > 0 } generation || environment(TownVariable) is not { Length: > 0 } town)
            return;
        try
        {
            var file = FileOf(town, generation);
            if (File.Exists(file))
                File.SetLastWriteTimeUtc(file, DateTime.UtcNow);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The next one counts.
        }
    }

    /// <summary>Of a spawn; whoever starts it makes the file.</summary>
    public static string FileOf(string town, string generation) =>
        Path.Combine(town, TownLayout.Runs.Replace('/', Path.DirectorySeparatorChar), AgentName.Escape(generation) + ".seen");
}
