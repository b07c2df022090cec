using System.CommandLine;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Sync;

namespace CodeSyncer.Cli.Verbs.Ledger;

/// <summary><c>ledger</c>: the store of all work items.</summary>
internal static class LedgerVerb
{
    public static Command Create() => new("ledger", "The store of beads, convoys and mail: sync it with a remote, prove it, look back, pack it.")
    {
        Sync(),
        Verify(),
        Log(),
        Optimize(),
    };

    private static Command Sync()
    {
        var remote = new Argument<string?>("remote") { Description = "A git remote or an address; without it 'origin', or the only remote there is.", Arity = ArgumentArity.ZeroOrOne };
        return new Command("sync", "Fetches, merges and pushes until both ledgers are equal.") { remote }.OnLedger((result, session) =>
        {
            var answer = new LedgerSync(session.Store, session.Repository, session.Actor).Run(result.GetValue(remote) ?? session.DefaultRemote());
            if (result.WantsJson())
                Terminal.WriteJson(writer => LedgerJson.Write(writer, answer));
            else
                Print(answer);
            return 0;
        });
    }

    private static Command Verify() => new Command("verify", "Proves every item readable and every invariant true. Exit code 1: something is wrong.").OnLedger((result, session) =>
    {
        var verify = new LedgerVerify(session.Store.Repository);
        var problems = verify.Run();
        if (result.WantsJson())
            Terminal.WriteJson(writer => LedgerJson.Write(writer, problems));
        else
        {
            foreach (var problem in problems)
                Console.Out.WriteLine(SafeText.ForTerminal($"{(problem.IsError ? "error" : "note"),-5}  {(problem.Path.Length == 0 ? "" : problem.Path + " ")}{problem.What}"));
            Console.Out.WriteLine($"{verify.Count} items, {problems.Count(problem => problem.IsError)} errors, {problems.Count(problem => !problem.IsError)} notes");
        }

        return problems.Any(problem => problem.IsError) ? 1 : 0;
    });

    private static Command Log()
    {
        var id = new Argument<string?>("id") { Description = "Only what happened to this bead.", Arity = ArgumentArity.ZeroOrOne };
        var limit = new Option<int>("--limit", "-n") { Description = "At most this many changes (0: all).", DefaultValueFactory = _ => 20, HelpName = "N" }.NotNegative();
        return new Command("log", "Who changed what, when, from which value to which; the newest first.") { id, limit }.OnLedger((result, session) =>
        {
            var path = result.GetValue(id) is { } part ? LedgerPath.Bead(session.FindBead(part).Id) : null;
            var events = new LedgerHistory(session.Store.Repository).Read(path, result.GetValue(limit));
            if (result.WantsJson())
            {
                Terminal.WriteJson(writer => LedgerJson.Write(writer, events));
                return 0;
            }

            foreach (var entry in events)
            {
                Console.Out.WriteLine(SafeText.ForTerminal($"{entry.Time.ToLocalTime():yyyy-MM-dd HH:mm:ss}  {entry.Agent}  {entry.What}"));
                foreach (var change in entry.Changes.Where(change => change.Old is not null))
                    Console.Out.WriteLine(SafeText.ForTerminal($"    {NameOf(change.Path)} {change.Field}: {Short(change.Old)} -> {Short(change.New)}"));
            }

            return 0;
        });
    }

    private static Command Optimize() => new Command("optimize", "Packs the ledger's objects; others may go on working.").OnLedger((result, session) =>
    {
        var (before, after) = LedgerUpkeep.Optimize(session.Store.Repository);
        if (result.WantsJson())
            Terminal.WriteJson(writer => LedgerJson.Write(writer, before, after));
        else
            Console.Out.WriteLine($"{before.KiB} KiB in {before.Loose} loose objects and {before.Packs} packs -> {after.KiB} KiB in {after.Loose} loose objects and {after.Packs} packs");
        return 0;
    });

    private static void Print(LedgerSyncResult answer)
    {
        var words = new List<string>();
        if (answer.Taken > 0)
            words.Add($"{answer.Taken} items {(answer.Merged ? "merged" : "taken over")}");
        if (answer.Pushed)
            words.Add("ours pushed");
        Console.Out.WriteLine(SafeText.ForTerminal($"{answer.Remote}: {(answer.Tip is null ? "both are empty" : words.Count == 0 ? "equal already" : string.Join(", ", words))}"));
        foreach (var (old, now) in answer.Moved)
            Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: the remote has another bead '{old}': yours is '{now}' now"));
        foreach (var cycle in answer.Cycles)
            Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: both sides together close a cycle: {string.Join(" -> ", cycle)}: remove one of these dependencies with 'bead dep remove'"));
    }

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

    private static string Short(string? value) => value is null ? "(nothing)" : value.Length <= 60 ? value : value[..57] + "...";
}
