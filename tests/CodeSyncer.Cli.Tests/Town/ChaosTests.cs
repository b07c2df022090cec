using System.Diagnostics;
using System.Text.Json.Nodes;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>Thirty agents that nobody can trust, and somebody who kills them and all that watches over them.</summary>
public sealed class ChaosTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Rigs = 3;
    private const int Convoys = 6;
    private const int Agents = 30;

    private static readonly int Beads = Number("CODESYNCER_BEADS", 120);
    private static readonly int Seed = Number("CODESYNCER_SEED", 20261124);
    private static readonly int Seconds = Number("CODESYNCER_CHAOS_SECONDS", 40);

    [UnixFact]
    public void In_the_end_every_bead_has_landed_or_is_raised_and_nothing_is_lost()
    {
        using var scene = new TownScene(Town.Agents.Unreliable, $"""
            polecats:
              per_town: {Agents}
              per_rig: 12
              stalled_after: 6s
              back_off: 1s
            gates:
              - test -f README.md
            """);
        for (var rig = 0; rig < Rigs; rig++)
            scene.AddRig($"rig{rig}");
        var beads = Plan(scene);
        scene.Run(["sling", .. beads.Where((_, i) => i % Rigs == 0), "--to", "rig0", "--when-ready"]).Succeeded();
        scene.Run(["sling", .. beads.Where((_, i) => i % Rigs == 1), "--to", "rig1", "--when-ready"]).Succeeded();
        scene.Run(["sling", .. beads.Where((_, i) => i % Rigs == 2), "--to", "rig2", "--when-ready"]).Succeeded();

        TownScene.Until(() => AgentsOf(scene) == Math.Min(Agents, Beads / 4), "all agents are at work at once", seconds: 120);
        File.WriteAllText(Path.Combine(scene.Evidence, "go"), "");
        var clock = Stopwatch.StartNew();
        var (most, kills) = Harass(scene, new Random(Seed), TimeSpan.FromSeconds(Seconds));
        TownScene.Until(() => IsSettled(scene), "all has landed or is raised", seconds: 300);
        var states = States(scene);
        output.WriteLine($"{clock.Elapsed.TotalSeconds:0} s, {kills} kills, at most {most} agents at once: {string.Join(", ", states.Values.CountBy(state => state).Select(entry => $"{entry.Value} {entry.Key}"))}");

        Assert.False(File.Exists(Path.Combine(scene.Evidence, "two-at-once")), "two agents were at one bead at once");
        Assert.False(File.Exists(Path.Combine(scene.Evidence, "prime-without-bead")), "an agent was not told its bead");
        Assert.All(states, state => Assert.True(state.Value is "closed" or "raised", $"{state.Key} is {state.Value}"));
        NothingIsLost(scene, states);
        for (var rig = 0; rig < Rigs; rig++)
        {
            Assert.Equal("", scene.HubGit($"rig{rig}", "fsck", "--no-dangling", "--no-progress"));
            Assert.Contains("README.md", scene.HubGit($"rig{rig}", "ls-tree", "--name-only", "main"), StringComparison.Ordinal);
        }

        scene.Run("ledger", "verify").Succeeded();
        var raised = states.Count(state => state.Value == "raised");
        Assert.Equal(raised, scene.Status()["escalations"]!.AsArray().Select(escalation => escalation!["bead"]?.GetValue<string>()).Distinct().Count(bead => bead is not null));
        Assert.Equal(states.Count - raised > 0, scene.Noted("written").Any());
    }

    /// <summary>Beads in convoys; each waits for one or two before it.</summary>
    private static List<string> Plan(TownScene scene)
    {
        var lines = new List<string>();
        var random = new Random(Seed);
        for (var i = 0; i < Beads; i++)
        {
            var dependencies = i < Convoys * 3 || random.Next(3) == 0 ? ""
                : $",\"dependencies\":[{{\"issue_id\":\"t-{i}\",\"depends_on_id\":\"t-{random.Next(i)}\",\"type\":\"blocks\"}}]";
            lines.Add($"{{\"id\":\"t-{i}\",\"title\":\"Thing {i}\",\"status\":\"open\",\"priority\":2,\"issue_type\":\"task\"{dependencies}}}");
        }

        var file = scene.Sandbox.At("plan.jsonl");
        File.WriteAllLines(file, lines);
        scene.Run("bead", "import", file).Succeeded();
        var beads = Enumerable.Range(0, Beads).Select(i => $"t-{i}").ToList();
        for (var convoy = 0; convoy < Convoys; convoy++)
            scene.Run(["convoy", "create", $"convoy {convoy}", .. beads.Where((_, i) => i % Convoys == convoy)]).Succeeded();
        return beads;
    }

    private static int AgentsOf(TownScene scene) => Running(scene.Processes()).Count();

    /// <summary>A child of the script that has not begun its own program yet has its command line too, so agents are told by their bead.</summary>
    private static IEnumerable<string> Running(IEnumerable<(int Id, string Command)> processes) =>
        processes.Where(process => process.Command.Contains("agent.sh", StringComparison.Ordinal)).Select(process => process.Command).Distinct();

    /// <summary>Kills agents, those that watch them, the queue and the supervisor; a supervisor is started again now and then.</summary>
    private static (int Most, int Kills) Harass(TownScene scene, Random random, TimeSpan time)
    {
        var (most, kills) = (0, 0);
        Process? supervisor = null;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time;)
        {
            if (supervisor?.HasExited != false && random.Next(3) == 0)
                supervisor = scene.Start("town", "watch");
            var ours = scene.Processes();
            most = Math.Max(most, Running(ours).Count());
            var victims = ours.Where(process => process.Command.Contains("agent.sh", StringComparison.Ordinal) || process.Command.Contains(" polecat run", StringComparison.Ordinal)
                || process.Command.Contains(" town ", StringComparison.Ordinal) || process.Command.Contains("codesyncer done", StringComparison.Ordinal)).ToList();
            if (victims.Count > 0)
            {
                TownScene.Kill(victims[random.Next(victims.Count)].Id);
                kills++;
            }

            Thread.Sleep(random.Next(50, 600));
        }

        supervisor?.Kill();
        supervisor?.WaitForExit();
        return (most, kills);
    }

    private static bool IsSettled(TownScene scene)
    {
        scene.Run("town", "recover").Succeeded();
        return States(scene).Values.All(state => state is "closed" or "raised") && AgentsOf(scene) == 0;
    }

    /// <summary>Closed, raised, blocked by what is raised (then raised as well), or what else it is.</summary>
    private static Dictionary<string, string> States(TownScene scene)
    {
        var beads = scene.Run("bead", "export", "--dialect", "1").Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)
            .ToDictionary(bead => bead["id"]!.GetValue<string>());
        var states = beads.ToDictionary(bead => bead.Key, bead => bead.Value["escalated_at"] is not null && bead.Value["status"]!.GetValue<string>() == "blocked" ? "raised" : bead.Value["status"]!.GetValue<string>());
        // What waits for a raised bead can go on only when a person has dealt with that one.
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (id, bead) in beads.Where(bead => states[bead.Key] == "open"))
            {
                if (bead["dependencies"]?.AsArray().Any(edge => states.GetValueOrDefault(edge!["depends_on_id"]!.GetValue<string>()) is "raised" or "behind") == true)
                {
                    states[id] = "behind";
                    changed = true;
                }
            }
        }

        return states.Where(state => state.Value != "behind").ToDictionary();
    }

    /// <summary>Every line that an agent has written is on the target where its bead has landed, else on its branch, in its work tree or in a save.</summary>
    private static void NothingIsLost(TownScene scene, Dictionary<string, string> states)
    {
        foreach (var line in scene.Noted("written"))
        {
            var (bead, generation) = (line.Split(' ')[0], line.Split(' ')[1]);
            var rig = $"rig{int.Parse(bead[2..]) % Rigs}";
            var places = states[bead] == "closed" ? ["main"] : scene.HubGit(rig, "for-each-ref", "--format=%(refname)").Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
            var found = places.Any(place => Has(scene, TownScene.Hub(scene.Root, rig), $"{place}:work/{bead}.txt", generation))
                || (states[bead] != "closed" && (InTrees(scene, rig, bead, generation) || InSaves(scene, rig, bead, generation)));
            Assert.True(found, $"what {generation} wrote for {bead} ({states[bead]}) is lost");
        }
    }

    private static bool InTrees(TownScene scene, string rig, string bead, string text) =>
        Directory.EnumerateFiles(Path.Combine(scene.Root, ".codesyncer", "rigs", rig, "polecats"), $"{bead}.txt", SearchOption.AllDirectories).Any(file => File.ReadAllText(file).Contains(text, StringComparison.Ordinal));

    private static bool InSaves(TownScene scene, string rig, string bead, string text)
    {
        var saves = Path.Combine(TownScene.Hub(scene.Root, rig), "codesyncer", "work.git");
        return scene.Sandbox.Run(saves, "git", ["rev-list", "--all"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Any(save => Has(scene, saves, $"{save}:files/work/{bead}.txt", text));
    }

    private static bool Has(TownScene scene, string repository, string file, string text) =>
        scene.Sandbox.Run(repository, "git", ["show", file]) is { ExitCode: 0 } answer && answer.Output.Contains(text, StringComparison.Ordinal);

    private static int Number(string variable, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : otherwise;
}
