using CodeSyncer.Core.Agents;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Core.Town;
using CodeSyncer.Core.Work;
using CodeSyncer.Core.Work.Shell;
using CodeSyncer.Platform.Configuration;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.Platform.Town;

/// <summary>
/// Events of an agent at the root of a town: of the mayor, or of a person's one agent that works on all rigs from there. An edit of a file in a rig is
/// that rig's event, and answered there.
/// </summary>
public sealed class TownEvents
{
    private readonly AgentHook _hook;
    private readonly AgentEvent _event;
    private readonly TownWorkspace _town;
    private readonly Actor? _actor;

    private TownEvents(AgentHook hook, AgentEvent reported, TownWorkspace town, Actor? actor) => (_hook, _event, _town, _actor) = (hook, reported, town, actor);

    public static EventAnswer? Answer(AgentHook hook, AgentEvent reported, Func<string, string?> environment)
    {
        if (reported.Directory is null || LedgerPlace.TownAround(reported.Directory) is not { } root)
            return null;
        using var town = TownWorkspace.Open(root);
        string? Variable(string name) => name == ActingAgent.SessionVariable && environment(name) is not { Length: > 0 } ? reported.Session : environment(name);
        return new TownEvents(hook, reported, town, ActorOf(town, Variable)).Answer();
    }

    /// <summary>Null: git knows no name here either.</summary>
    private static Actor? ActorOf(TownWorkspace town, Func<string, string?> environment)
    {
        try
        {
            return new ActingAgent(town.Place, environment).Actor();
        }
        catch (CodeSyncerException)
        {
            return null;
        }
    }

    private EventAnswer Answer()
    {
        switch (_hook.Kind)
        {
            case AgentEventKind.SessionStart:
                return new EventAnswer(new TownPrime(_town, _actor).Render(_event.Source == "compact" ? PrimeForm.Reminder : PrimeForm.Whole).Text);
            case AgentEventKind.Prompt:
                return Prompt();
            case AgentEventKind.BeforeTool:
                if (_event.Command is { } command && ShellCommand.CanLoseWork(command, _ => null))
                    Save(SaveRequest.BeforeThe(command), command);
                return EventAnswer.Nothing;
            case AgentEventKind.AfterTool:
                return EventAnswer.Nothing;
            default:
                Save(_hook.Kind switch
                {
                    AgentEventKind.BeforeCompaction => "before compaction",
                    AgentEventKind.TurnEnd => "turn end",
                    _ => "session end",
                });
                return EventAnswer.Nothing;
        }
    }

    private EventAnswer Prompt()
    {
        var asked = _event.Prompt is { Length: > 0 } prompt && CriticalTopics.In(prompt, SettingsFiles.Read(null, strict: false).Settings.CriticalTopics) is { Count: > 0 } topics
            ? StopAndAsk.Render(topics, Core.Context.Town.TownBrief.United(_town.Settings.Name, RigContexts.Read(TownScope.Of(_town.Root, town: true)).Rigs).Tags)
            : "";
        var urgent = _actor is null || !_town.Place.Exists ? [] : Mailroom.Inbox(_town.Store.Index(), _actor.Name, isAll: false).Where(message => message.Priority <= 1).ToList();
        var text = string.Join('\n', new[] { asked, PrimeBrief.Mail(urgent) }.Where(part => part.Length > 0));
        return text.Length == 0 ? EventAnswer.Nothing : new EventAnswer(text);
    }

    /// <summary>Saves the work of the rigs. The mayor does none, and polecats save their own.</summary>
    /// <param name="command">Only rigs that it names, where it names any: it may go into one first.</param>
    private void Save(string reason, string? command = null)
    {
        if (_actor is null || _actor.Name == AgentAddress.Mayor)
            return;
        var scope = TownScope.Of(_town.Root, town: true);
        bool IsNamed(RigWorkspace rig) => command!.Contains(Path.GetFileName(rig.Workspace.Root), Files.PathComparison.ForThisSystem);
        var isForAll = command is null || !scope.Rigs.Any(IsNamed);
        scope.Read(rig =>
        {
            try
            {
                if (isForAll || IsNamed(rig))
                    new WorkSave(rig.Workspace, _actor with { WorkTree = rig.Workspace.Root }).Run(new SaveRequest(reason) { Patience = TimeSpan.FromSeconds(Math.Max(1, _hook.Seconds / 2.0)) });
                return true;
            }
            catch (CodeSyncerException)
            {
                // It has no commit yet, or its disk is full: the others are saved.
                return false;
            }
        });
    }
}
