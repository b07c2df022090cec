using CodeSyncer.Core.Agents;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Processes;

namespace CodeSyncer.Platform.Ledger;

/// <summary>
/// Who acts: <c>--agent</c>, else CODESYNCER_AGENT, else git's user.name, with the name of a linked work tree behind it
/// (<c>kim@feature-x</c>). The session: CODESYNCER_SESSION, else the one of the agent's runtime, else the terminal that we
/// were started from.
/// </summary>
public sealed class ActingAgent
{
    public const string SessionVariable = "CODESYNCER_SESSION";

    /// <summary>Characters; of a longer name of a session the rest does not count.</summary>
    private const int LongestName = 200;

    /// <summary>Ours, which whoever starts an agent sets, then those that agents set for what they run.</summary>
    private static readonly string[] SessionVariables =
        [SessionVariable, .. AgentCatalog.All.Select(agent => agent.SessionVariable).OfType<string>()];

    private readonly Func<string, string?> _environment;
    private readonly Func<string?> _nameOfPlace;
    private readonly string _workTree;
    private readonly string _sessions;
    private readonly bool _isShell;

    /// <param name="isShell">This process is the shell that people and agents work in, not a program started from one.</param>
    public ActingAgent(GitRepository repository, Func<string, string?> environment, bool isShell = false)
    {
        var place = LedgerPlace.Of(repository);
        _environment = environment;
        _nameOfPlace = () => NameIn(repository, place, environment);
        _workTree = repository.WorkTree ?? repository.GitDirectory;
        _sessions = place.Sessions;
        _isShell = isShell;
    }

    /// <summary>At the root of a town.</summary>
    public ActingAgent(LedgerPlace town, Func<string, string?> environment, bool isShell = false)
    {
        _environment = environment;
        _workTree = town.Town!;
        _nameOfPlace = () => new GitCommand(_workTree).TryText("config", "user.name") is { Length: > 0 } name ? name : null;
        _sessions = town.Sessions;
        _isShell = isShell;
    }

    /// <param name="name">As given with <c>--agent</c>; null: not given.</param>
    /// <exception cref="CodeSyncerException">Nobody says who acts, or the name is no name.</exception>
    public Actor Actor(string? name = null)
    {
        name ??= _environment("CODESYNCER_AGENT") is { Length: > 0 } agent ? agent : _nameOfPlace() ?? throw LedgerErrors.NobodyActs();
        if (!AgentName.IsValid(name))
            throw LedgerErrors.BadAgentName(name);
        return new Actor(name, _workTree, Session());
    }

    /// <summary>
    /// Whether a session lives. One that is a process: whether that runs. One that has a name: whether the process does
    /// that it was noted with; a name that nobody has noted counts as living.
    /// </summary>
    public bool IsAlive(string session)
    {
        if (ProcessStamp.TryParse(session, out var process))
            return process.IsAlive();
        try
        {
            return !ProcessStamp.TryParse(File.ReadAllText(NoteOf(session)), out process) || process.IsAlive();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Notes the process that a session with a name lives as long as.</summary>
    /// <param name="process">Null: the terminal that we were started from.</param>
    public void NoteSession(Actor actor, ProcessStamp? process = null)
    {
        // An agent's runtime has told which process it is; what it runs knows less.
        if (ProcessStamp.TryParse(actor.Session, out _) || (process is null && File.Exists(NoteOf(actor.Session)) && IsAlive(actor.Session)))
            return;
        var stamp = (process ?? ProcessStamp.OfTerminal(_isShell)).ToString();
        var file = NoteOf(actor.Session);
        try
        {
            if (File.Exists(file) && File.ReadAllText(file) == stamp)
                return;
            Directory.CreateDirectory(_sessions);
            File.WriteAllText(file, stamp);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Then the session counts as living until it releases what it holds.
        }
    }

    private string NoteOf(string session) => Path.Combine(_sessions, AgentName.Escape(session));

    /// <summary>Whose work tree it is in a town; else git's <c>user.name</c>, in a linked work tree with that one's name.</summary>
    private static string? NameIn(GitRepository repository, LedgerPlace place, Func<string, string?> environment)
    {
        if (place.Town is { } town && repository.WorkTree is { } root && TownLayout.AgentAt(Path.GetRelativePath(town, root).Replace('\\', '/')) is { } agent)
            return agent.ToString();
        return GitUserName.Read(repository, environment) is not { } name ? null
            : repository.IsLinkedWorkTree ? $"{name}@{Path.GetFileName(repository.GitDirectory)}" : name;
    }

    private string Session()
    {
        var name = SessionVariables.Select(_environment).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
        return name is null ? ProcessStamp.OfTerminal(_isShell).ToString() : name.Length <= LongestName ? name : name[..LongestName];
    }
}
