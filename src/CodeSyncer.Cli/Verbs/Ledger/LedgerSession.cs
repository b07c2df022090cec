using System.CommandLine;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Ledger.Index;

namespace CodeSyncer.Cli.Verbs.Ledger;

/// <summary>The ledger that a verb works on, and who acts.</summary>
internal sealed class LedgerSession : IDisposable
{
    private readonly ActingAgent _agents;
    private readonly string? _agent;
    private Actor? _actor;

    private LedgerSession(GitRepository repository, string? agent)
    {
        _agents = new ActingAgent(repository, Environment.GetEnvironmentVariable);
        _agent = agent;
        Repository = repository;
        Store = LedgerPlace.Open(repository);
    }

    public static Option<string?> Agent { get; } = new("--agent") { Description = "Who acts; else CODESYNCER_AGENT, else git's user.name.", HelpName = "A" };

    public GitRepository Repository { get; }

    public LedgerStore Store { get; }

    public Actor Actor => _actor ??= _agents.Actor(_agent);

    public static LedgerSession Open(ParseResult result) =>
        new(GitRepository.Discover(result.StartDirectory()), result.GetValue(Agent));

    /// <summary>The index at the newest state; items that cannot be read are said, because they are missing from every answer.</summary>
    public LedgerIndex Index()
    {
        var index = Store.Index();
        foreach (var (path, what) in index.Broken().Take(3))
            Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: '{path}' of the ledger cannot be read: {what}: see 'codesyncer ledger verify'"));
        return index;
    }

    public T Change<T>(Func<LedgerChange, BeadIdSource, T> rules) => Store.Change(Actor, rules);

    public T Change<T>(Func<LedgerChange, T> rules) => Store.Change(Actor, (change, _) => rules(change));

    public bool IsAlive(string session) => _agents.IsAlive(session);

    public void NoteSession() => _agents.NoteSession(Actor);

    public void Dispose() => Store.Dispose();
}
