using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>Beads are slung at agents: all of it or nothing.</summary>
public sealed class SlingTests
{
    [UnixFact]
    public void Two_slings_of_one_bead_start_one_agent()
    {
        using var scene = new TownScene(Agents.Waiting);
        scene.AddRig("api");
        var bead = scene.CreateBead("Charge in cents");

        var slings = Enumerable.Range(0, 6).Select(_ => scene.Start("sling", bead, "api")).ToList();
        slings.ForEach(sling => sling.WaitForExit());

        Assert.All(slings, sling => Assert.Equal(0, sling.ExitCode));
        var agent = Assert.Single(scene.Status()["agents"]!.AsArray());
        Assert.Equal(bead, agent!["bead"]!.GetValue<string>());
        Assert.Single(scene.Noted("begun."));
        Assert.Single(scene.Status()["convoys"]!.AsArray());
    }

    [UnixFact]
    public void The_same_sling_again_changes_nothing()
    {
        using var scene = new TownScene(Agents.Waiting);
        scene.AddRig("api");
        var bead = scene.CreateBead("Charge in cents");
        scene.Run("sling", bead, "api").Succeeded();
        var before = scene.Generation(bead);

        var again = scene.Run("sling", bead, "api").Succeeded();

        Assert.Contains("already", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, scene.Generation(bead));
        Assert.Single(scene.Status()["agents"]!.AsArray());
    }

    [UnixFact]
    public void A_second_bead_for_a_busy_agent_is_refused()
    {
        using var scene = new TownScene(Agents.Waiting);
        scene.AddRig("api");
        var (first, second) = (scene.CreateBead("First"), scene.CreateBead("Second"));
        scene.Run("sling", first, "api").Succeeded();
        var agent = scene.Status()["agents"]![0]!["agent"]!.GetValue<string>();

        var refused = scene.Run("sling", second, agent);

        Assert.Equal(3, refused.ExitCode);
        Assert.Contains($"'{agent}' holds bead '{first}'", refused.Error, StringComparison.Ordinal);
        Assert.Equal("open", scene.StatusOf(second));
    }

    [UnixFact]
    public void What_cannot_be_slung_is_refused_with_the_reason_and_changes_nothing()
    {
        using var scene = new TownScene(Agents.Waiting);
        scene.AddRig("api");
        scene.AddRig("web");
        string Of(string title, params string[] options) => scene.CreateBead(title, options);
        var (good, held, closed, deferred, blocker) = (Of("Good"), Of("Held"), Of("Closed"), Of("Deferred"), Of("Blocker"));
        var blocked = Of("Blocked");
        var foreign = Of("Foreign", "--rig", "web");
        scene.Run("bead", "claim", held, "--agent", "kim").Succeeded();
        scene.Run("bead", "close", closed).Succeeded();
        scene.Run("bead", "update", deferred, "--defer-until", "2099-01-01").Succeeded();
        scene.Run("bead", "dep", "add", blocked, blocker).Succeeded();
        var before = scene.LedgerTip();

        void Refused(string bead, string reason)
        {
            var answer = scene.Run("sling", good, bead, "api");
            Assert.NotEqual(0, answer.ExitCode);
            Assert.Contains(reason, answer.Error, StringComparison.Ordinal);
        }

        Refused(held, "kim");
        Refused(closed, "closed");
        Refused(deferred, "deferred until 2099-01-01");
        Refused(blocked, $"is blocked by {blocker}");
        Refused(foreign, "belongs to rig 'web', not to 'api'");
        Refused("zz-99", "zz-99");
        Assert.Equal(before, scene.LedgerTip());
        Assert.Empty(scene.Status()["agents"]!.AsArray());

        // Each way out that a refusal names works.
        scene.Run("bead", "update", foreign, "--rig", "api").Succeeded();
        scene.Run("sling", foreign, blocked, "api", "--when-ready").Succeeded();
        Assert.Single(scene.Status()["agents"]!.AsArray());
        Assert.Equal([blocked], scene.Status()["waiting"]!.AsArray().Select(bead => bead!.GetValue<string>()));
    }

    [UnixFact]
    public void An_agent_that_cannot_be_started_leaves_the_bead_free()
    {
        using var scene = new TownScene(Agents.Waiting, programs: "  gone:\n    command: no-such-program\n    headless: []");
        scene.AddRig("api");
        var bead = scene.CreateBead("Charge in cents");

        var missing = scene.Run("sling", bead, "api", "--program", "gone");

        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("'no-such-program' is not on PATH; nothing was started", missing.Error, StringComparison.Ordinal);
        Assert.Equal("open", scene.StatusOf(bead));

        // The hub cannot be made: the person's clone is gone.
        Directory.Move(scene.Sandbox.At("api"), scene.Sandbox.At("api.away"));
        var failed = scene.Run("sling", bead, "api");
        Assert.NotEqual(0, failed.ExitCode);
        Assert.Equal("open", scene.StatusOf(bead));
        Assert.All(scene.Status()["agents"]!.AsArray(), agent => Assert.Null(agent!["bead"]));
        Assert.DoesNotContain(scene.Status()["convoys"]!.AsArray(), convoy => convoy!["status"]!.GetValue<string>() is "active" or "ready");

        Directory.Move(scene.Sandbox.At("api.away"), scene.Sandbox.At("api"));
        scene.Run("sling", bead, "api").Succeeded();
        Assert.Equal("in_progress", scene.StatusOf(bead));
    }

    [UnixFact]
    public void A_disk_that_fills_while_a_work_tree_is_made_leaves_nothing_half_made()
    {
        using var scene = new TownScene(Agents.Waiting);
        var yours = scene.AddRig("api");
        yours.Write("large.txt", new string('x', 3_000_000));
        yours.Commit("large");
        scene.Run("crew", "add", "api", "kim").Succeeded();
        var bead = scene.CreateBead("Charge in cents");

        // No file may grow beyond a megabyte: git's checkout breaks off as on a full disk.
        var full = scene.Sandbox.Run(scene.Root, "sh", ["-c", "ulimit -f 2048; exec codesyncer sling \"$0\" api", bead]);

        Assert.NotEqual(0, full.ExitCode);
        Assert.Equal("open", scene.StatusOf(bead));
        Assert.Null(scene.AgentOf(bead));
        Assert.Equal("", scene.HubGit("api", "for-each-ref", "refs/heads/polecat/"));
        Assert.DoesNotContain(Directory.EnumerateDirectories(Path.Combine(scene.Root, ".codesyncer", "rigs", "api"), "*", SearchOption.AllDirectories), folder => Path.GetFileName(Path.GetDirectoryName(folder)) == "polecats");
        scene.LetThemGo();
        scene.Run("sling", bead, "api").Succeeded();
        TownScene.Until(() => scene.StatusOf(bead) == "closed", "it has landed");
    }

    [UnixFact]
    public void What_is_over_the_cap_waits_and_starts_by_itself()
    {
        using var scene = new TownScene(Agents.Waiting, "polecats:\n  per_town: 3\n  per_rig: 2");
        scene.AddRig("api");
        var beads = Enumerable.Range(0, 4).Select(i => scene.CreateBead($"Bead {i}")).ToList();

        var slung = scene.Run(["sling", .. beads, "api"]).Succeeded();

        Assert.Contains("waits", slung.Output, StringComparison.Ordinal);
        TownScene.Until(() => scene.Noted("begun.").Count() == 2, "two have begun");
        Assert.Equal(2, scene.Status()["waiting"]!.AsArray().Count);
        scene.LetThemGo();
        TownScene.Until(() => beads.TrueForAll(bead => scene.StatusOf(bead) == "closed"), "all have landed");
        Assert.All(scene.Status()["convoys"]!.AsArray(), convoy => Assert.Equal("landed", convoy!["status"]!.GetValue<string>()));
    }
}
