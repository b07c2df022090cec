using System.CommandLine;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Cli.Verbs.Ledger;

/// <summary>The ledger that a verb works on, and who acts.</summary>
internal sealed class LedgerSession(string path, string? agent) : LedgerAccess(path, agent)
{
    public static Option<string?> Agent { get; } = new("--agent") { Description = "Who acts; else CODESYNCER_AGENT, else git's user.name.", HelpName = "A" };

    public static LedgerSession Open(ParseResult result) => new(result.StartDirectory(), result.GetValue(Agent));

    /// <summary>Items that cannot be read are said, because they are missing from every answer.</summary>
    public override LedgerIndex Index()
    {
        var index = base.Index();
        foreach (var (path, what) in index.Broken().Take(3))
            Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: '{path}' of the ledger cannot be read: {what}: see 'codesyncer ledger verify'"));
        return index;
    }
}
