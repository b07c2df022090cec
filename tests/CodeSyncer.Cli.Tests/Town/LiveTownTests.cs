using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeSyncer.Testing.Agents;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>A town whose polecats are real Claude Code processes, against a scripted model on loopback; one is killed, one ends early.</summary>
public sealed partial class LiveTownTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Beads = 6;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> _sessions = new();

    [AgentFact]
    public void Every_bead_lands_whatever_becomes_of_its_agent()
    {
        using var model = new ScriptedModel(Answer);
        using var scene = new TownScene(settings: "polecats:\n  per_town: 3\n  back_off: 0s");
        Open(scene, model);
        scene.AddRig("api");
        scene.AddRig("web");
        var beads = Enumerable.Range(0, Beads).Select(i => scene.CreateBead(i switch { 1 => "Hangs at first", 2 => "Ends early at first", _ => $"Thing {i}" }, "--rig", i % 2 == 0 ? "api" : "web")).ToList();
        scene.Run("bead", "dep", "add", beads[5], beads[0]).Succeeded();

        scene.Run(["sling", .. beads.Where((_, i) => i % 2 == 0), "--to", "api", "--program", "claude"]).Succeeded();
        scene.Run(["sling", .. beads.Where((_, i) => i % 2 == 1), "--to", "web", "--program", "claude", "--when-ready"]).Succeeded();
        Assert.True(model.WaitUntilHeld(TimeSpan.FromSeconds(90)), "the one that hangs was never started");
        var hanging = Worker.Of(scene, beads[1]);
        TownScene.Kill(hanging.Process);
        TownScene.Until(() => beads.TrueForAll(bead => scene.StatusOf(bead) == "closed"), "all have landed", 240);

        output.WriteLine($"{model.Requests.Count} requests of {_sessions.Values.Sum(session => session.Count)} sessions");
        for (var i = 0; i < Beads; i++)
        {
            Assert.Equal($"work on {beads[i]}", scene.HubGit(i % 2 == 0 ? "api" : "web", "show", $"main:work/{beads[i]}.txt"));
            Assert.Equal(i is 1 or 2 ? 2 : 1, _sessions[beads[i]].Count);
        }

        // The prime reached the model by the agent's own hooks, and the one who came after knows what was there.
        Assert.Contains(model.Requests, request => ScriptedModel.TextsOf(request) is var texts && texts.Contains($"Your bead: {beads[0]}", StringComparison.Ordinal));
        Assert.Contains(model.Requests, request => ScriptedModel.TextsOf(request) is var texts && texts.Contains("You are started again for it", StringComparison.Ordinal) && texts.Contains($"work/{beads[1]}.txt", StringComparison.Ordinal));
        Assert.Contains($"about {beads[0]}", scene.Run("mail", "inbox", "--agent", "mayor").Succeeded().Output, StringComparison.Ordinal);
        scene.Run("ledger", "verify").Succeeded();
    }

    [AgentFact]
    public void The_mayor_is_told_its_role_and_what_needs_it()
    {
        using var model = new ScriptedModel(Shell("codesyncer bead create 'Charge in cents' --rig api"), ScriptedTurn.Says("planned"));
        using var scene = new TownScene();
        Open(scene, model);
        scene.AddRig("api");
        scene.Run("escalate", "create", "Who owns the keys?", "--severity", "high").Succeeded();
        scene.Run("mail", "send", "--to", "mayor", "--subject", "Friday", "--body", "The receipts are due").Succeeded();

        scene.Run("town", "mayor", "--program", "claude", "--", "--permission-mode", "bypassPermissions", "-p", "plan the day").Succeeded();

        foreach (var known in new[] { "You are the mayor", "Who owns the keys?", "The receipts are due", "Rig api" })
            Assert.Contains(known, model.FirstRequest, StringComparison.Ordinal);
        Assert.Contains("mayor", scene.Run("town", "log", "--about", "Charge in cents").Succeeded().Output, StringComparison.Ordinal);
    }

    private static void Open(TownScene scene, ScriptedModel model)
    {
        scene.Sandbox.Environment["PATH"] = $"{AgentClients.Folder}:{scene.Sandbox.Environment["PATH"]}";
        foreach (var (name, value) in LiveAgent.ClaudeCode(scene.Sandbox, model).Environment)
            scene.Sandbox.Environment[name] = value;
    }

    /// <summary>A worker: writes, commits, tells the mayor, hands in. What it is to do next shows in what it has done.</summary>
    private ScriptedTurn Answer(string request)
    {
        var texts = ScriptedModel.TextsOf(request);
        if (Mine().Match(texts) is not { Success: true } mine)
            return ScriptedTurn.Says("ok");
        var (bead, title) = (mine.Groups["bead"].Value, mine.Groups["title"].Value);
        var steps = Regex.Count(request, "\"type\":\"tool_result\"");
        var session = _sessions.GetOrAdd(bead, _ => new());
        var isFirst = !texts.Contains("You are started again", StringComparison.Ordinal);
        session[isFirst ? "first" : Again().Match(texts).Value] = true;
        return steps switch
        {
            0 => ScriptedTurn.Uses("Write", new() { ["file_path"] = $"{Directory().Match(texts).Groups["path"].Value}/work/{bead}.txt", ["content"] = $"work on {bead}" }),
            1 when isFirst && title.StartsWith("Hangs", StringComparison.Ordinal) => ScriptedTurn.Hangs(),
            1 when isFirst && title.StartsWith("Ends early", StringComparison.Ordinal) => ScriptedTurn.Says("I think that is it"),
            1 => Shell($"git add -A && git commit -m \"Work on {bead}\""),
            2 => Shell($"codesyncer mail send --to mayor --new --subject \"about {bead}\" --body \"nearly there\""),
            3 => Shell("codesyncer done -m \"it works\""),
            _ => ScriptedTurn.Says("handed in"),
        };
    }

    private static ScriptedTurn Shell(string command) => ScriptedTurn.Uses("Bash", new() { ["command"] = command, ["description"] = "as scripted" });

    [GeneratedRegex("a worker agent\\. Do bead (?<bead>[a-z0-9-]+) \\(\"(?<title>[^\"]*)\"\\)")]
    private static partial Regex Mine();

    [GeneratedRegex("You are started again")]
    private static partial Regex Again();

    [GeneratedRegex("orking directory: (?<path>/[^\\s<]+)")]
    private static partial Regex Directory();
}
