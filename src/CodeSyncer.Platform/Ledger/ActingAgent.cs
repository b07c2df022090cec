using CodeSyncer.Core.Agents;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Processes;

namespace CodeSyncer.Platform.Ledger;

/// <summary>
/// Who acts: <c>--agent</c>, else CODESYNCER_AGENT, else git's user.name, with the name of a linked work tree behind it
/// (<c>kim@feature-x</c>). The session: CODESYNCER_SESSION, else the one of the agent's runtime, else the terminal that we
/// were started from.
/// </summary>
/// <param name="isShell">This process is the shell that people and agents work in, not a program started from one.</param>
public sealed class ActingAgent(GitRepository repository, Func<string, string?> environment, bool isShell = false)
{
    public const string SessionVariable = "CODESYNCER_SESSION";

    /// <summary>Characters; of a longer name of a session the rest does not count.</summary>
    private const int LongestName = 200;

    /// <summary>Ours, which whoever starts an agent sets, then those that agents set for what they run.</summary>
    private static readonly string[] SessionVariables =
        [SessionVariable, .. AgentCatalog.All.Select(agent => agent.SessionVariable).OfType<string>()];

    private readonly string _sessions = Path.Combine(repository.OwnDirectory, "state", "sessions");

    /// <param name="name">As given with <c>--agent</c>; null: not given.</param>
    /// <exception cref="CodeSyncerException">Nobody says who acts, or the name is no name.</exception>
    public Actor Actor(string? name = null)
    {
        name ??= environment("CODESYNCER_AGENT") is { Length: > 0 } agent ? agent : FromGit();
        if (!AgentName.IsValid(name))
            throw LedgerErrors.BadAgentName(name);
        return new Actor(name, repository.WorkTree ?? repository.GitDirectory, Session());
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
        var stamp = (process ?? ProcessStamp.OfTerminal(isShell)).ToString();
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

    private string FromGit()
    {
        var name = GitUserName.Read(repository, environment) ?? throw LedgerErrors.NobodyActs();
        return repository.IsLinkedWorkTree ? $"{name}@{Path.GetFileName(repository.GitDirectory)}" : name;
    }

    private string Session()
    {
        var name = SessionVariables.Select(environment).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
        return name is null ? ProcessStamp.OfTerminal(isShell).ToString() : name.Length <= LongestName ? name : name[..LongestName];
    }
}
