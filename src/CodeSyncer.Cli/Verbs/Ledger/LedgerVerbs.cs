using System.CommandLine;

namespace CodeSyncer.Cli.Verbs.Ledger;

/// <summary>What the verbs on the ledger share.</summary>
internal static class LedgerVerbs
{
    /// <summary>Adds <c>--agent</c> and <c>--json</c>, and runs on the ledger of the repository.</summary>
    public static Command OnLedger(this Command command, Func<ParseResult, LedgerSession, int> run)
    {
        command.Options.Add(LedgerSession.Agent);
        command.Options.Add(JsonOption);
        command.Runs(result =>
        {
            using var session = LedgerSession.Open(result);
            return run(result, session);
        });
        return command;
    }

    public static Option<bool> JsonOption { get; } = CommonOptions.Json();

    public static bool WantsJson(this ParseResult result) => result.GetValue(JsonOption);
}
