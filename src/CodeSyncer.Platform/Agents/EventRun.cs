using CodeSyncer.Core.Agents;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Text;
using CodeSyncer.Core.Work;
using CodeSyncer.Core.Work.Shell;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Processes;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.Platform.Agents;

/// <summary>
/// What we do at an event that an agent's runtime reports. No failure of ours ever blocks the agent: it is said on
/// standard error, at a session's start in the agent's context as well, and the answer is empty.
/// </summary>
public sealed class EventRun
{
    /// <summary>Bytes of an event; a tool that writes a larger file is answered with nothing.</summary>
    public const int LongestInput = 32 << 20;

    private readonly AgentProfile _agent;
    private readonly AgentHook _hook;
    private readonly AgentEvent _event;
    private readonly Workspace _workspace;
    private readonly ActingAgent _acting;
    private readonly Actor _actor;
    private readonly SessionNotes _notes;
    private readonly TextWriter _error;

    private EventRun(AgentProfile agent, AgentHook hook, AgentEvent reported, GitRepository repository, Func<string, string?> environment, TextWriter error)
    {
        _agent = agent;
        _hook = hook;
        _event = reported;
        _error = error;
        _workspace = Workspace.OpenForHook(repository);
        // Whoever started the agent may have given the session a name; else it is the runtime's, its subagents apart.
        var session = environment(ActingAgent.SessionVariable) is { Length: > 0 } given ? given : reported.Session;
        if (session is not null && reported.Subagent is { } subagent)
            session = $"{session}/{subagent}";
        _acting = new ActingAgent(repository, name => name == ActingAgent.SessionVariable && session is not null ? session : environment(name));
        _actor = _acting.Actor();
        _notes = SessionNotes.Open(repository, _actor.Session);
    }

    private GitRepository Repository => _workspace.Repository;

    /// <summary>Runs one event.</summary>
    /// <param name="agent">A name of the catalog.</param>
    /// <param name="eventName">As that agent calls it.</param>
    /// <param name="input">What the agent wrote on our standard input.</param>
    /// <param name="environment">Reads a variable of the environment that the agent gave us.</param>
    /// <returns>The text for standard output, in the agent's own form; empty: nothing to say.</returns>
    public static string Run(string agent, string eventName, ReadOnlyMemory<byte> input, string currentDirectory, Func<string, string?> environment, TextWriter error)
    {
        if (environment("CODESYNCER") == "0" || environment(GitCommand.GuardVariable) is not null)
            return "";
        if (AgentCatalog.Find(agent) is not { } profile)
            return Say(error, $"'{agent}' is no agent that is known here ({string.Join(", ", AgentCatalog.All.Select(known => known.Name))})");
        // An event of a later version of the agent, or one that we do not ask for.
        if (profile.Hook(eventName) is not { } hook)
            return "";
        try
        {
            var reported = profile.Dialect.Read(hook.Kind, JsonFields.Parse(input.Span));
            var directory = reported.Directory is { Length: > 0 } given && Path.IsPathFullyQualified(given) && Directory.Exists(given) ? given : currentDirectory;
            var repository = GitRepository.TryDiscover(directory);
            if (repository?.WorkTree is null || !File.Exists(new OwnPaths(repository).Enabled))
                return "";
            var run = new EventRun(profile, hook, reported with { Directory = directory }, repository, environment, error);
            return profile.Dialect.Write(hook.Name, hook.Kind, run.Answer());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CodeSyncerException
            or InvalidDataException or ArgumentException or InvalidOperationException or FormatException)
        {
            var said = Say(error, $"{eventName}: {failure.Message}");
            return hook.Kind == AgentEventKind.SessionStart
                ? profile.Dialect.Write(hook.Name, hook.Kind, new EventAnswer(SafeText.ForTerminal($"CodeSyncer could not tell where the work stands: {failure.Message}. This is a failure, not an empty answer: run `codesyncer prime` or `codesyncer doctor`.")))
                : said;
        }
    }

    private EventAnswer Answer()
    {
        var answer = _hook.Kind switch
        {
            AgentEventKind.SessionStart => SessionStart(),
            AgentEventKind.Prompt => Prompt(),
            AgentEventKind.BeforeTool => BeforeTool(),
            AgentEventKind.AfterTool => AfterTool(),
            _ => Pause(),
        };
        _notes.Save();
        return answer.Context is { } context ? answer with { Context = SafeText.ForTerminal(context, keepLines: true) } : answer;
    }

    private EventAnswer SessionStart()
    {
        SessionNotes.Clean(Repository);
        _acting.NoteSession(_actor, ProcessStamp.OfStarter());
        _notes.Begin(new HeadReader(Repository).Commit(), isNew: _event.Source is not ("resume" or "compact"));
        var form = _event.Source == "compact" ? PrimeForm.Reminder : PrimeForm.Whole;
        var prime = new PrimeText(_workspace, _actor).Render(form, _agent.MostCharacters, _event.HasLostContext);
        _notes.Deliver(
            [.. prime.Brief.Mail.Where(message => PrimeBrief.ShowsWhole(prime.Text, message)).Select(message => message.Id)],
            prime.Parts.Any(part => part.Name == PrimeBrief.HandoffPart) ? prime.Brief.Handoff?.Id : null);
        return new EventAnswer(prime.Text);
    }

    private EventAnswer Prompt()
    {
        ConfirmDeliveries();
        var parts = new List<string>();
        if (new UrgentMail(Repository, _actor).Read() is { Text: { Length: > 0 } mail } urgent && _notes.IsNews(mail))
        {
            parts.Add(mail);
            _notes.Deliver(urgent.Ids, null);
        }

        if (_event.Prompt is { Length: > 0 } prompt && CriticalTopics.In(prompt, _workspace.Settings.CriticalTopics) is { Count: > 0 } topics)
            parts.Add(StopAndAsk.Render(topics, new ContextReader(_workspace).FromIndex().Tags));
        return parts.Count == 0 ? EventAnswer.Nothing : new EventAnswer(string.Join('\n', parts));
    }

    private EventAnswer BeforeTool()
    {
        ConfirmDeliveries();
        var edits = new EditedPaths(_workspace, _event);
        if (edits.Refusal() is { } refusal)
            return new EventAnswer(Refusal: refusal);
        if (_event.Command is { } command && ShellCommand.CanLoseWork(command, new GitAliases(Repository).Find))
            Save(SaveRequest.Before + Title(command), TimeSpan.FromSeconds(_hook.Seconds / 2.0));
        return _agent.IsToldBeforeTool ? Advice(edits) : EventAnswer.Nothing;
    }

    private EventAnswer AfterTool()
    {
        ConfirmDeliveries();
        var edits = new EditedPaths(_workspace, _event);
        if (edits.InRepository.Count > 0)
            new ContextReader(_workspace).FromIndex(edited: edits.InRepository);
        if (edits.InRepository.Count > 0 || _event.Command is not null)
            SaveLater.Start(Repository, "tool");
        return _agent.IsToldBeforeTool ? EventAnswer.Nothing : Advice(edits);
    }

    /// <summary>The turn or the session ends, or the context is about to be emptied.</summary>
    private EventAnswer Pause()
    {
        ConfirmDeliveries();
        var saved = Save(_hook.Kind switch
        {
            AgentEventKind.BeforeCompaction => "before compaction",
            AgentEventKind.TurnEnd => "turn end",
            _ => "session end",
        }, TimeSpan.FromSeconds(Math.Max(1, _hook.Seconds / 2.0)));
        if (_hook.Kind is AgentEventKind.SessionEnd or AgentEventKind.BeforeCompaction && HasWorked(saved))
            new HandoffDesk(_workspace, _actor).Leave(null, null, saved);
        if (_hook.Kind == AgentEventKind.SessionEnd)
            _acting.NoteSession(_actor, ProcessStamp.Ended);
        return EventAnswer.Nothing;
    }

    /// <summary>A session that changed nothing leaves nothing to hand over.</summary>
    private bool HasWorked(SavedWork? saved) =>
        saved is not null && (saved.State.ChangedCount > 0 || saved.State.Bead is not null || saved.State.Note is not null || _notes.Head != saved.State.Head);

    private EventAnswer Advice(EditedPaths edits)
    {
        if (edits.InRepository.Count == 0)
            return EventAnswer.Nothing;
        var advice = Core.Context.PathAdvice.Render(new ContextReader(_workspace).FromIndex().Tags, edits.InRepository);
        return advice.Length > 0 && _notes.IsNews(advice) ? new EventAnswer(advice) : EventAnswer.Nothing;
    }

    private SavedWork? Save(string reason, TimeSpan patience)
    {
        try
        {
            return new WorkSave(_workspace, _actor).Run(new SaveRequest(reason) { Patience = patience, Generation = Environment.GetEnvironmentVariable("CODESYNCER_GENERATION") }).Work;
        }
        catch (CodeSyncerException failure)
        {
            Say(_error, $"{_hook.Name}: {failure.Message} ({failure.Hint})");
            return null;
        }
    }

    /// <summary>The agent has gone on, so what it was handed is in its context.</summary>
    private void ConfirmDeliveries()
    {
        if (!_notes.HasDeliveries)
            return;
        using var ledger = LedgerPlace.Open(Repository);
        var self = Mailroom.Self(ledger.Index(), _actor.Name);
        ledger.Change(_actor, (change, _) =>
        {
            foreach (var id in _notes.Mail.Where(id => change.Read(LedgerPath.Mail(id)) is not null))
                Core.Ledger.Mail.MailRules.Read(change, id, self);
            if (_notes.Handoff is { } handoff)
                HandoffRules.Take(change, handoff);
            return true;
        });
        _notes.Delivered();
    }

    private static string Title(string command)
    {
        var line = command.Trim().ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..59] + "…";
    }

    private static string Say(TextWriter error, string what)
    {
        error.WriteLine(SafeText.ForTerminal($"codesyncer: {what} (the agent goes on)"));
        return "";
    }
}
