using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Text;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Town;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CodeSyncer.Cli.Verbs.Town;

/// <summary>
/// Supervises a town and shows it live. Where there is no terminal it prints what happens, a line each, and nothing else.
/// </summary>
/// <param name="isLooking">Only look on.</param>
internal sealed class TownScreen(TownWorkspace town, bool isLooking)
{
    private const int MostEvents = 12;

    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<string> _events = new();

    public int Run(CancellationToken stop) => Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Ansi ? RunPlain(stop) : RunLive(stop);

    private int RunPlain(CancellationToken stop)
    {
        if (isLooking)
        {
            TownText.Print(new TownReader(town).Read());
            return 0;
        }

        new Supervisor(town).Run(line =>
        {
            TownVerbs.Say($"{DateTime.Now:HH:mm:ss} {line}");
            Terminal.Flush();
        }, stop);
        return 0;
    }

    private int RunLive(CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var own = TownWorkspace.Open(town.Root);
        var work = isLooking ? Task.CompletedTask : Task.Run(() => new Supervisor(own).Run(Note, ended.Token), CancellationToken.None);
        AnsiConsole.Live(new Text("")).AutoClear(false).Start(screen =>
        {
            var shown = "";
            while (!stop.IsCancellationRequested && !work.IsFaulted)
            {
                var status = new TownReader(town).Read();
                // Nothing is drawn, and nothing costs, while nothing changes.
                var now = Key(status);
                if (now != shown)
                {
                    screen.UpdateTarget(Draw(status));
                    screen.Refresh();
                    shown = now;
                }

                stop.WaitHandle.WaitOne(Refresh);
            }
        });
        ended.Cancel();
        work.GetAwaiter().GetResult();
        return 0;
    }

    private void Note(string line)
    {
        lock (_gate)
        {
            _events.Enqueue($"{DateTime.Now:HH:mm:ss} {line}");
            while (_events.Count > MostEvents)
                _events.Dequeue();
        }
    }

    private string Key(TownStatus status)
    {
        lock (_gate)
        {
            return string.Join('|', status.Agents.Select(agent => $"{agent.Name}{agent.State}{TownVerbs.Age(agent.Since, status.Now)}{agent.Bead?.Id}")
                .Concat(status.Convoys.Select(convoy => $"{convoy.Convoy.Id}{convoy.Done}/{convoy.Total}{convoy.Status}"))
                .Concat(status.Queue.Select(bead => bead.Id)).Concat(status.Escalations.Select(escalation => escalation.Id)).Concat(_events).Append($"{status.Waiting.Count}{status.IsStopped}{AnsiConsole.Profile.Width}"));
        }
    }

    private Rows Draw(TownStatus status)
    {
        var rows = new List<IRenderable> { Markup($"[bold]{Safe(status.Name)}[/]  {(status.IsStopped ? "[red]stopped[/]" : isLooking ? "" : "[green]supervised[/]")}  {status.Rigs.Count} {(status.Rigs.Count == 1 ? "rig" : "rigs")}, {status.Queue.Count} in the queue, {status.Waiting.Count} waiting") };
        foreach (var escalation in status.Escalations.Take(5))
            rows.Add(Markup($"[red]{escalation.Severity}[/] {Safe(escalation.Id)} {Safe(escalation.Message.Subject)} ({TownVerbs.Age(escalation.CreatedAt, status.Now)})"));
        rows.Add(Agents(status));
        if (status.Convoys.Count > 0)
            rows.Add(Convoys(status));
        if (status.Queue.Count > 0)
            rows.Add(Markup($"[bold]Queue[/] {Safe(string.Join(", ", status.Queue.Take(12).Select(bead => bead.Id)))}"));
        lock (_gate)
            rows.AddRange(_events.Select(line => Markup($"[grey]{Safe(line)}[/]")));
        return new Rows(rows);
    }

    private static Table Agents(TownStatus status)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("[bold]Agent[/]", "[bold]State[/]", "[bold]Age[/]", "[bold]Bead[/]");
        foreach (var agent in status.Agents.OrderByDescending(agent => agent.Bead is not null).ThenBy(agent => agent.Name, StringComparer.Ordinal).Take(40))
        {
            var color = agent.Verdict.State switch
            {
                AgentState.Working => "green",
                AgentState.Starting or AgentState.Finishing or AgentState.Submitted => "yellow",
                AgentState.Dead or AgentState.Stalled or AgentState.Waiting => "red",
                _ => "grey",
            };
            table.AddRow(Markup(Safe(agent.Name)), Markup($"[{color}]{Safe(agent.State)}[/]"), Markup(TownVerbs.Age(agent.Since, status.Now)), Markup(agent.Bead is { } bead ? Safe($"{bead.Id} {bead.Title}") : ""));
        }

        return table;
    }

    private static Table Convoys(TownStatus status)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("[bold]Convoy[/]", "", "");
        foreach (var convoy in status.Convoys.Take(12))
            table.AddRow(Markup(Safe(convoy.Convoy.Name)), Markup(Safe(ConvoyBar.Text(convoy, 24, isAscii: !Terminal.ShowsUnicode))), Markup(convoy.Status.ToString().ToLowerInvariant()));
        return table;
    }

    private static Markup Markup(string text) => new(text) { Overflow = Overflow.Ellipsis };

    private static string Safe(string text) => Spectre.Console.Markup.Escape(SafeText.ForTerminal(text));
}
