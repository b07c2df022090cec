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
using CodeSyncer.Platform.Scopes;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.Platform.Agents;

/// <summary>
/// What we do at an event that an agent's runtime reports. No failure of ours ever blocks the agent: it is said on
/// standard error, at a session's start in the agent's context as well, and the answer is empty.
/// </summary>
public sealed partial class EventRun
{
    private readonly AgentProfile _agent;
    private readonly AgentHook _hook;
    private readonly AgentEvent _event;
    private readonly Workspace _workspace;
    private readonly ActingAgent _acting;
    private readonly Actor _actor;
    private readonly SessionNotes _notes;
    private readonly TextWriter _error;
    private readonly Func<string, string?> _environment;

    private EventRun(AgentProfile agent, AgentHook hook, AgentEvent reported, GitRepository repository, Func<string, string?> environment, TextWriter error)
    {
        _agent = agent;
        _hook = hook;
        _event = reported;
        _error = error;
        _environment = environment;
        _workspace = Workspace.OpenForHook(repository);
        // Whoever started the agent may have given the session a name; else it is the runtime's, its subagents apart.
        var session = environment(ActingAgent.SessionVariable) is { Length: > 0 } given ? given : reported.Session;
        if (session is not null && reported.Subagent is { } subagent)
            session = $"{session}/{subagent}";
        _acting = new ActingAgent(repository, name => name == ActingAgent.SessionVariable && session is not null ? session : environment(name));
        _actor = ActorOrAgent();
        _notes = SessionNotes.Open(repository, _actor.Session);
    }

    private GitRepository Repository => _workspace.Repository;

    /// <summary>Where git knows no name the agent has its own: its work is saved and paths are protected all the same.</summary>
    private Actor ActorOrAgent()
    {
        try
        {
            return _acting.Actor();
        }
        catch (CodeSyncerException)
        {
            return _acting.Actor(_agent.Name);
        }
    }

    private EventAnswer Answer()
    {
        foreach (var problem in _workspace.ConfigProblems)
            Say(_error, $"{problem}; the defaults serve");
        var answer = _hook.Kind switch
        {
            AgentEventKind.SessionStart => SessionStart(),
            AgentEventKind.Prompt => Prompt(),
            AgentEventKind.BeforeTool => BeforeTool(),
            AgentEventKind.AfterTool => AfterTool(),
            _ => Pause(),
        };
        _notes.Save();
        return answer.Context is { } context ? answer with { Context = Fit(context) } : answer;
    }

    private EventAnswer SessionStart()
    {
        SessionNotes.Clean(Repository);
        _acting.NoteSession(_actor, ProcessStamp.OfStarter());
        _notes.Begin(new HeadReader(Repository).Commit(), isNew: _event.Source is not ("resume" or "compact"));
        _notes.Told();
        return new EventAnswer(Prime(_event.Source == "compact" ? PrimeForm.Reminder : PrimeForm.Whole, _event.HasLostContext));
    }

    private string Prime(PrimeForm form, bool isSameSession)
    {
        var prime = new PrimeText(_workspace, _actor).Render(form, _agent.MostCharacters, isSameSession);
        _notes.Deliver(
            [.. prime.Brief.Mail.Where(message => PrimeBrief.ShowsWhole(prime.Text, message)).Select(message => message.Id)],
            prime.Parts.Any(part => part.Name == PrimeBrief.HandoffPart) ? prime.Brief.Handoff?.Id : null);
        return prime.Text;
    }

    private EventAnswer Prompt()
    {
        Deliveries.Confirm(Repository, _actor, _notes);
        var asked = _event.Prompt is { Length: > 0 } prompt && CriticalTopics.In(prompt, _workspace.Settings.CriticalTopics) is { Count: > 0 } topics
            ? StopAndAsk.Render(topics, new ContextReader(_workspace).FromIndex().Tags)
            : "";
        _notes.Wait(new DueNews(IsMail: true, Text: asked));
        return Tell("");
    }

    /// <summary>What is due and what this event is about, where the agent hears it; else it stays due.</summary>
    private EventAnswer Tell(string news)
    {
        if (!_agent.Dialect.Hears(_hook.Kind))
            return EventAnswer.Nothing;
        var due = _notes.Due;
        _notes.Told();
        // What another one started is told what it edits; mail and the rest are for whoever started it.
        var isSelf = _event.Subagent is null;
        var (mail, messages) = due.IsMail && isSelf ? new UrgentMail(Repository, _actor).Read() : ("", []);
        if (mail.Length > 0 && !_notes.IsNews(mail))
            mail = "";
        List<string> parts = [due.Text, news, due.IsReminder && isSelf ? Prime(PrimeForm.Reminder, isSameSession: true) : "", mail];
        var text = string.Join('\n', parts.Where(part => part.Length > 0));
        if (text.Length == 0)
            return EventAnswer.Nothing;
        if (mail.Length > 0)
        {
            var told = Fit(text);
            var isWhole = told.EndsWith(SafeText.ForTerminal(mail, keepLines: true), StringComparison.Ordinal);
            _notes.Deliver([.. messages.Where(message => PrimeBrief.ShowsWhole(isWhole ? mail : told, message)).Select(message => message.Id)], null);
        }

        return new EventAnswer(text);
    }

    /// <summary>Safe to show, and no longer than the agent takes.</summary>
    private string Fit(string context) => Fit(context, _agent);

    private static string Fit(string context, AgentProfile agent) => PrimeBudget.Cut(SafeText.ForTerminal(context, keepLines: true), agent.MostCharacters);

    private EventAnswer BeforeTool()
    {
        Deliveries.Confirm(Repository, _actor, _notes);
        var edits = new EditedPaths(_workspace, _event);
        if (edits.Refusal() is { } refusal)
            return new EventAnswer(Refusal: refusal);
        if (_event.Command is { } command && ShellCommand.CanLoseWork(command, new GitAliases(Repository).Find))
            SaveBefore(command);
        else if (_event.IsDeletion && edits.InRepository.Count > 0)
            Save(SaveRequest.BeforeThe($"deletion of {edits.InRepository[0]}"), TimeSpan.FromSeconds(_hook.Seconds / 2.0));
        return Advise(edits);
    }

    private EventAnswer AfterTool()
    {
        Deliveries.Confirm(Repository, _actor, _notes);
        var edits = new EditedPaths(_workspace, _event);
        if (edits.InRepository.Count > 0)
        {
            var tags = new ContextReader(_workspace).FromIndex(edited: edits.InRepository).Tags;
            // What it was told before the edit, and what it has written itself, is no news at the next one.
            if (_agent.Dialect.Hears(AgentEventKind.BeforeTool))
                _notes.IsNews(Core.Context.PathAdvice.Render(tags, edits.InRepository));
        }

        if (edits.InRepository.Count > 0 || _event.Command is not null)
            SaveLater.Start(Repository, "tool");
        return _agent.Dialect.Hears(AgentEventKind.BeforeTool) ? EventAnswer.Nothing : Advise(edits);
    }

    /// <summary>The turn or the session ends, or the context is about to be emptied.</summary>
    private EventAnswer Pause()
    {
        // Opened and closed: no model has seen what the session was handed, so it waits for the next one.
        var wasHeard = _hook.Kind != AgentEventKind.SessionEnd || !_notes.HasDeliveries;
        if (wasHeard)
            Deliveries.Confirm(Repository, _actor, _notes);
        var saved = Save(_hook.Kind switch
        {
            AgentEventKind.BeforeCompaction => "before compaction",
            AgentEventKind.TurnEnd => "turn end",
            _ => "session end",
        }, TimeSpan.FromSeconds(Math.Max(1, _hook.Seconds / 2.0)));
        // What another one started leaves nothing to the next session; what it did is in the save.
        if (_hook.Kind is AgentEventKind.SessionEnd or AgentEventKind.BeforeCompaction && _event.Subagent is null && wasHeard && HasWorked(saved))
            new HandoffDesk(_workspace, _actor).Leave(null, null, saved);
        if (_hook.Kind == AgentEventKind.BeforeCompaction && _agent.IsSilentAfterCompaction)
        {
            _notes.Begin(_notes.Head, isNew: false);
            _notes.Wait(new DueNews(IsReminder: true));
        }

        if (_hook.Kind == AgentEventKind.SessionEnd)
            _acting.NoteSession(_actor, ProcessStamp.Ended);
        return EventAnswer.Nothing;
    }

    /// <summary>A session that changed nothing leaves nothing to hand over.</summary>
    private bool HasWorked(SavedWork? saved) =>
        saved is not null && (saved.State.ChangedCount > 0 || saved.State.Bead is not null || saved.State.Note is not null || _notes.Head != saved.State.Head);

    private EventAnswer Advise(EditedPaths edits)
    {
        if (edits.InRepository.Count == 0 || !_agent.Dialect.Hears(_hook.Kind))
            return Tell("");
        if (_workspace.ConfigProblems is [var problem, ..] && _notes.IsNews(problem.ToString()))
            _notes.Wait(new DueNews(Text: $"The configuration has an error ({problem}): a path that it protects may not be known. Tell the person."));
        var advice = Core.Context.PathAdvice.Render(new ContextReader(_workspace).FromIndex().Tags, edits.InRepository);
        var neighbours = Neighbours.Advice(_workspace, "What it has to do with other projects (change them together, or keep what they rely on):", edits.InRepository, Core.Context.PathAdvice.MostCharacters - advice.Length);
        return Tell(string.Concat(new[] { advice, neighbours }.Where(text => text.Length > 0 && _notes.IsNews(text))));
    }

    /// <summary>Other work trees of the repository too, where the command names their folder.</summary>
    private void SaveBefore(string command)
    {
        var reason = SaveRequest.BeforeThe(command);
        Save(reason, TimeSpan.FromSeconds(_hook.Seconds / 2.0));
        foreach (var (workspace, actor) in new NeighbourTrees(Repository, _actor, _environment).NamedBy(command))
            Save(workspace, actor, reason, TimeSpan.FromSeconds(_hook.Seconds / 4.0));
    }

    private SavedWork? Save(string reason, TimeSpan patience) => Save(_workspace, _actor, reason, patience);

    private SavedWork? Save(Workspace workspace, Actor actor, string reason, TimeSpan patience)
    {
        try
        {
            return new WorkSave(workspace, actor).Run(new SaveRequest(reason) { Patience = patience, Generation = Environment.GetEnvironmentVariable("CODESYNCER_GENERATION") }).Work;
        }
        catch (CodeSyncerException failure)
        {
            Say(_error, $"{_hook.Name}: {failure.Message} ({failure.Hint})");
            return null;
        }
    }
}
