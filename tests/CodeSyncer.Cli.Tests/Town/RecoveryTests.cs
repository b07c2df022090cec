using System.Text.Json.Nodes;
using CodeSyncer.Platform.Processes;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>What becomes of agents that die, hang, or are no longer wanted.</summary>
public sealed class RecoveryTests
{
    private const string Quick = "polecats:\n  back_off: 0s\n  respawns: 3";

    [UnixFact]
    public void A_killed_agent_is_saved_and_started_again_with_what_it_had()
    {
        using var scene = new TownScene(Agents.Waiting, Quick);
        scene.AddRig("api");
        var bead = scene.CreateBead("Charge in cents");
        scene.Run("sling", bead, "api").Succeeded();
        var first = Worker.Of(scene, bead);
        File.WriteAllText(Path.Combine(first.Tree, "half.txt"), "half done");

        TownScene.Kill(first.Process);
        TownScene.Until(() => scene.Generation(bead) is { } now && now != first.Generation, "it is started again");
        var second = Worker.Of(scene, bead);

        Assert.Equal(first.Name, second.Name);
        Assert.Equal("half done", File.ReadAllText(Path.Combine(second.Tree, "half.txt")));
        Assert.Contains("half.txt", second.Run("prime").Succeeded().Output, StringComparison.Ordinal);
        File.Delete(Path.Combine(second.Tree, "half.txt"));
        second.Run("work", "restore").Succeeded();
        Assert.Equal("half done", File.ReadAllText(Path.Combine(second.Tree, "half.txt")));
        scene.LetThemGo();
        TownScene.Until(() => scene.StatusOf(bead) == "closed", "it has landed");
        Assert.Equal("half done", scene.HubGit("api", "show", "main:half.txt"));
    }

    [UnixFact]
    public void One_that_always_fails_is_started_three_times_more_then_the_bead_is_raised_and_the_mayor_has_mail()
    {
        using var scene = new TownScene("#!/bin/sh\necho \"$CODESYNCER_GENERATION\" >> \"$EVIDENCE/began\"\necho \"half $CODESYNCER_GENERATION\" >> half.txt\nexit 7\n", Quick);
        scene.AddRig("api");
        var bead = scene.CreateBead("Charge in cents");

        scene.Run("sling", bead, "api").Succeeded();
        TownScene.Until(() => scene.StatusOf(bead) == "blocked", "it is raised");

        Assert.Equal(4, scene.Noted("began").Distinct().Count());
        var raised = Assert.Single(scene.Status()["escalations"]!.AsArray())!;
        Assert.Equal(bead, raised["bead"]!.GetValue<string>());
        Assert.Contains("exit code 7", raised["body"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(bead, scene.Run("mail", "inbox", "--agent", "mayor").Succeeded().Output, StringComparison.Ordinal);
        var tree = Path.Combine(scene.Root, ".codesyncer", "rigs", "api", "polecats", scene.OnlyAgent());
        Assert.Equal(4, File.ReadAllLines(Path.Combine(tree, "half.txt")).Length);
        File.Delete(Path.Combine(tree, "half.txt"));
        scene.RunIn(tree, "work", "restore").Succeeded();
        Assert.Equal(4, File.ReadAllLines(Path.Combine(tree, "half.txt")).Length);
        Assert.Null(scene.AgentOf(bead));
        // The way out that the mail names.
        scene.Run("bead", "update", bead, "--status", "open").Succeeded();
        scene.Run("sling", bead, "api").Succeeded();
    }

    [UnixFact]
    public void A_dead_agent_whose_process_id_another_process_has_is_dead()
    {
        using var scene = new TownScene(Agents.Waiting, Quick);
        scene.AddRig("api");
        var bead = scene.CreateBead("Charge in cents");
        scene.Run("sling", bead, "api").Succeeded();
        var agent = Worker.Of(scene, bead);
        scene.Run("town", "stop").Succeeded();
        // Its note as if the agent had died unseen, and this test's process had got its id.
        var note = Directory.EnumerateFiles(Path.Combine(scene.Root, ".codesyncer", "state", "runs"), "*.json").Single();
        var run = JsonNode.Parse(File.ReadAllText(note))!;
        var now = ProcessStamp.Of(Environment.ProcessId)!.Value;
        run["process"] = $"{now.Id}.{now.Start - 1}";
        run["runner"] = $"{now.Id}.{now.Start - 2}";
        run.AsObject().Remove("ended_at");
        run.AsObject().Remove("exit_code");
        File.WriteAllText(note, run.ToJsonString());

        scene.Run("town", "start").Succeeded();

        TownScene.Until(() => scene.Generation(bead) is { } next && next != agent.Generation, "it is started again");
        Assert.NotEqual(now.Id, Worker.Of(scene, bead).Process);
    }

    [UnixFact]
    public void A_bead_that_is_closed_while_its_agent_restarts_frees_the_agent()
    {
        using var scene = new TownScene(Agents.Waiting, "polecats:\n  back_off: 1h");
        scene.AddRig("api");
        var bead = scene.CreateBead("Charge in cents");
        scene.Run("sling", bead, "api").Succeeded();
        var agent = Worker.Of(scene, bead);
        File.WriteAllText(Path.Combine(agent.Tree, "half.txt"), "half done");
        for (var i = 0; i < 2; i++)
        {
            var now = Worker.Of(scene, bead);
            TownScene.Kill(now.Process);
            if (i == 0)
                TownScene.Until(() => scene.Generation(bead) != now.Generation, "it is started again");
        }

        TownScene.Until(() => scene.AgentOf(bead)!["state"]!.GetValue<string>() == "waiting", "it waits to be started again");
        scene.Run("bead", "close", bead).Succeeded();
        scene.Run("town", "recover").Succeeded();

        Assert.Null(scene.AgentOf(bead));
        Assert.Equal("closed", scene.StatusOf(bead));
        File.Delete(Path.Combine(agent.Tree, "half.txt"));
        agent.Run("work", "restore").Succeeded();
        Assert.Equal("half done", File.ReadAllText(Path.Combine(agent.Tree, "half.txt")));
    }

    [UnixFact]
    public void One_that_gives_no_sign_of_life_is_ended_and_started_again()
    {
        using var scene = new TownScene("#!/bin/sh\necho $$ >> \"$EVIDENCE/began\"\nsleep 1000\n", "polecats:\n  stalled_after: 2s\n  back_off: 0s\n  respawns: 1");
        scene.AddRig("api");
        var bead = scene.CreateBead("Charge in cents");
        scene.Run("sling", bead, "api").Succeeded();

        TownScene.Until(
            () =>
            {
                scene.Run("town", "recover").Succeeded();
                return scene.StatusOf(bead) == "blocked";
            },
            "it is raised");

        Assert.Equal(2, scene.Noted("began").Count());
        Assert.Contains("no sign of life", scene.Status()["escalations"]![0]!["body"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Processes(), process => process.Command.Contains("sleep 1000", StringComparison.Ordinal));
    }

    [UnixFact]
    public void A_stop_for_all_ends_and_saves_every_agent_and_start_goes_on()
    {
        using var scene = new TownScene(Agents.Waiting);
        scene.AddRig("api");
        var beads = Enumerable.Range(0, 3).Select(i => scene.CreateBead($"Bead {i}")).ToList();
        scene.Run(["sling", .. beads, "api"]).Succeeded();
        var agents = beads.ConvertAll(bead => Worker.Of(scene, bead));
        agents.ForEach(agent => File.WriteAllText(Path.Combine(agent.Tree, "half.txt"), "half"));

        scene.Run("town", "stop").Succeeded();

        Assert.Empty(scene.Processes());
        Assert.Contains("nothing is started", scene.Run("town", "recover").Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("the town is stopped", scene.Run("sling", scene.CreateBead("More"), "api").Succeeded().Output, StringComparison.Ordinal);
        Assert.Empty(scene.Processes());

        scene.LetThemGo();
        scene.Run("town", "start").Succeeded();
        TownScene.Until(() => beads.TrueForAll(bead => scene.StatusOf(bead) == "closed"), "all have landed");
    }

    [UnixFact]
    public void A_graceful_stop_lets_agents_end_by_themselves()
    {
        using var scene = new TownScene(Agents.Waiting);
        scene.AddRig("api");
        var bead = scene.CreateBead("Charge in cents");
        scene.Run("sling", bead, "api").Succeeded();
        Worker.Of(scene, bead);
        using var stop = scene.Start("town", "stop", "--graceful");
        TownScene.Until(() => scene.Status()["stopped"]!.GetValue<bool>(), "the town stops");
        Assert.False(stop.HasExited);

        scene.LetThemGo();

        stop.WaitForExit();
        Assert.Equal(0, stop.ExitCode);
        Assert.NotNull(scene.Bead(bead)["submission"]);
        scene.Run("town", "start").Succeeded();
        TownScene.Until(() => scene.StatusOf(bead) == "closed", "it has landed");
    }

    [UnixFact]
    public void A_supervisor_mends_by_itself_and_ends_when_asked_in_the_middle_of_a_gate()
    {
        using var scene = new TownScene(Agents.Waiting, Quick + "\ngates:\n  - sleep 600");
        scene.AddRig("api");
        using var supervisor = scene.Start("town", "watch");
        TownScene.Until(() => scene.Status()["supervised"]!.GetValue<bool>(), "it supervises");
        Assert.Equal(3, scene.Run("town", "watch").ExitCode);
        var bead = scene.CreateBead("Charge in cents");
        scene.Run("sling", bead, "api").Succeeded();
        var first = Worker.Of(scene, bead);
        // Nobody watches the agent any more: only looking finds that it died.
        foreach (var (id, _) in scene.Processes().Where(process => process.Command.Contains("polecat run", StringComparison.Ordinal)))
            TownScene.Kill(id);
        TownScene.Kill(first.Process);
        TownScene.Until(() => scene.Generation(bead) is { } now && now != first.Generation, "it is started again");
        var second = Worker.Of(scene, bead);
        File.WriteAllText(Path.Combine(second.Tree, "pay.txt"), "cents");
        second.Run("done").Succeeded();
        TownScene.Until(() => scene.Processes().Any(process => process.Command.Contains("sleep 600", StringComparison.Ordinal)), "the gate runs");

        scene.Sandbox.Run(scene.Root, "kill", ["-TERM", supervisor.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).Succeeded();

        Assert.True(supervisor.WaitForExit(20_000), "it does not end");
        Assert.Equal(0, supervisor.ExitCode);
        Assert.DoesNotContain(scene.Processes(), process => process.Command.Contains("sleep 600", StringComparison.Ordinal));
        Assert.Equal("in_progress", scene.StatusOf(bead));
        Assert.NotNull(scene.Bead(bead)["submission"]);
    }

    [UnixFact]
    public void An_escalation_that_nobody_acknowledges_is_raised_again()
    {
        using var scene = new TownScene(settings: "escalations:\n  raise_after: 1s");
        scene.Run("escalate", "create", "Who owns the keys?", "--severity", "low").Succeeded();
        Thread.Sleep(1100);

        scene.Run("town", "recover").Succeeded();

        Assert.Equal("medium", scene.Status()["escalations"]![0]!["severity"]!.GetValue<string>());
        var id = scene.Status()["escalations"]![0]!["id"]!.GetValue<string>();
        scene.Run("escalate", "ack", id).Succeeded();
        Assert.Empty(scene.Status()["escalations"]!.AsArray());
    }

    [UnixFact]
    public void A_convoy_that_waits_for_what_an_agent_is_at_is_not_stranded()
    {
        using var scene = new TownScene(Agents.Waiting);
        scene.AddRig("api");
        var (blocker, blocked) = (scene.CreateBead("Blocker"), scene.CreateBead("Blocked"));
        scene.Run("bead", "dep", "add", blocked, blocker).Succeeded();
        scene.Run("sling", blocker, "api").Succeeded();
        scene.Run("sling", blocked, "api", "--when-ready").Succeeded();

        Assert.DoesNotContain("stranded", scene.Run("town", "recover").Succeeded().Output, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Status()["convoys"]!.AsArray(), convoy => convoy!["status"]!.GetValue<string>() == "stranded");
        scene.LetThemGo();
        TownScene.Until(() => scene.StatusOf(blocked) == "closed", "both have landed");
        Assert.Empty(scene.Status()["escalations"]!.AsArray());
    }

    [UnixFact]
    public void A_convoy_that_cannot_go_on_is_told_once()
    {
        using var scene = new TownScene(Agents.Waiting);
        scene.AddRig("api");
        var (blocker, blocked) = (scene.CreateBead("Blocker"), scene.CreateBead("Blocked"));
        scene.Run("bead", "dep", "add", blocked, blocker).Succeeded();
        scene.Run("bead", "update", blocker, "--status", "deferred").Succeeded();
        scene.Run("convoy", "create", "Cents", blocked, "--agent", "kim").Succeeded();

        var first = scene.Run("town", "recover").Succeeded();
        var second = scene.Run("town", "recover").Succeeded();

        Assert.Contains("stranded", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("stranded", second.Output, StringComparison.Ordinal);
    }
}
