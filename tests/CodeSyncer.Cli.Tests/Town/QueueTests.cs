using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>What was handed in lands, or goes back.</summary>
public sealed class QueueTests
{
    [UnixFact]
    public void A_gate_that_fails_once_and_passes_then_lets_the_work_land()
    {
        using var scene = new TownScene(settings: "gates:\n  - test -e \"$EVIDENCE/second\" || { touch \"$EVIDENCE/second\"; exit 1; }\ngate_retries: 1");
        scene.AddRig("api");
        var bead = scene.CreateBead("Charge in cents");

        scene.Run("sling", bead, "api").Succeeded();

        TownScene.Until(() => scene.StatusOf(bead) == "closed", "it has landed");
        Assert.Null(scene.Bead(bead)["returns"]);
    }

    [UnixFact]
    public void Of_several_the_red_one_goes_back_with_its_log_and_the_others_land()
    {
        using var scene = new TownScene("""
            #!/bin/sh
            mkdir -p work
            if codesyncer bead show "$1" | grep -q Red && ! codesyncer mail inbox | grep -q "came back"; then
                echo red > red.txt
            else
                rm -f red.txt
                echo "$1" > "work/$1.txt"
            fi
            while [ ! -e "$EVIDENCE/go" ]; do sleep 0.05; done
            codesyncer mail inbox > "$EVIDENCE/mail.$1.$CODESYNCER_GENERATION"
            exec codesyncer done
            """, "gates:\n  - \"echo judged; test ! -e red.txt\"");
        scene.AddRig("api");
        var beads = Enumerable.Range(0, 6).Select(i => scene.CreateBead(i == 3 ? "Red" : $"Green {i}")).ToList();
        scene.Run("town", "status").Succeeded();
        scene.Run(["sling", .. beads, "api"]).Succeeded();
        scene.LetThemGo();

        TownScene.Until(() => beads.TrueForAll(bead => scene.StatusOf(bead) == "closed"), "all have landed", 120);

        Assert.Equal("1", scene.Bead(beads[3])["returns"]!.ToJsonString());
        Assert.All(beads.Where((_, i) => i != 3), bead => Assert.Null(scene.Bead(bead)["returns"]));
        Assert.DoesNotContain("red.txt", scene.HubGit("api", "ls-tree", "-r", "--name-only", "main"), StringComparison.Ordinal);
        Assert.Contains(scene.Noted($"mail.{beads[3]}"), line => line.Contains("came back", StringComparison.Ordinal));
    }

    [UnixFact]
    public void What_conflicts_goes_back_to_its_agent_and_lands_when_it_is_solved()
    {
        using var scene = new TownScene("""
            #!/bin/sh
            if codesyncer mail inbox | grep -q "came back"; then
                git fetch -q 2>/dev/null
                git merge -q main >/dev/null 2>&1
                cat README.md | grep -v '^[<=>]' | sort -u > solved; mv solved README.md
                git add README.md && git commit -qm "Solve"
            else
                echo "$1" > README.md
            fi
            while [ ! -e "$EVIDENCE/go" ]; do sleep 0.05; done
            exec codesyncer done
            """);
        scene.AddRig("api");
        var beads = new[] { scene.CreateBead("One"), scene.CreateBead("Two") };
        scene.Run(["sling", .. beads, "api"]).Succeeded();
        TownScene.Until(() => beads.All(bead => scene.AgentOf(bead)?["process"] is not null), "both are at work");
        scene.LetThemGo();

        TownScene.Until(() => beads.All(bead => scene.StatusOf(bead) == "closed"), "both have landed");

        var readme = scene.HubGit("api", "show", "main:README.md");
        Assert.All(beads, bead => Assert.Contains(bead, readme, StringComparison.Ordinal));
        Assert.Single(beads, bead => scene.Bead(bead)["returns"] is not null);
    }

    [UnixFact]
    public void On_a_red_target_nobody_is_to_blame_and_it_is_raised_once()
    {
        using var scene = new TownScene(settings: "gates:\n  - test -e ok.txt");
        var yours = scene.AddRig("api");
        var bead = scene.CreateBead("Charge in cents");
        scene.Run("sling", bead, "api").Succeeded();
        TownScene.Until(() => scene.Status()["escalations"]!.AsArray().Count > 0, "it is raised");

        scene.Run("town", "recover").Succeeded();
        scene.Run("town", "recover").Succeeded();

        var raised = Assert.Single(scene.Status()["escalations"]!.AsArray())!;
        Assert.Contains("main itself", raised["subject"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("in_progress", scene.StatusOf(bead));
        Assert.Null(scene.Bead(bead)["returns"]);
        yours.Write("ok.txt", "mended");
        yours.Commit("mend");
        scene.Run("town", "recover").Succeeded();
        TownScene.Until(() => scene.StatusOf(bead) == "closed", "it has landed");
    }

    [UnixFact]
    public void Dependents_are_ready_only_when_the_work_has_landed()
    {
        using var scene = new TownScene(Agents.Diligent, "gates:\n  - \"while [ ! -e \\\"$EVIDENCE/judged\\\" ]; do sleep 0.05; done\"");
        scene.AddRig("api");
        var (first, second) = (scene.CreateBead("First"), scene.CreateBead("Second"));
        scene.Run("bead", "dep", "add", second, first).Succeeded();
        scene.Run("sling", first, "api").Succeeded();
        TownScene.Until(() => scene.Bead(first)["submission"] is not null, "the first is handed in");

        Assert.DoesNotContain(second, scene.Run("bead", "ready").Succeeded().Output, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(scene.Evidence, "judged"), "");
        TownScene.Until(() => scene.StatusOf(first) == "closed", "the first has landed");

        Assert.Contains(second, scene.Run("bead", "ready").Succeeded().Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_rig_with_a_remote_lands_there_and_what_others_push_meanwhile_stays()
    {
        using var scene = new TownScene(Agents.Waiting);
        var origin = scene.Sandbox.Init("origin.git", "--bare");
        var seed = scene.Sandbox.Init("seed");
        seed.Write("README.md", "seed");
        seed.Commit("begin");
        seed.Git("push", "-q", origin.Path, "main");
        origin.Git("symbolic-ref", "HEAD", "refs/heads/main");
        scene.Run("rig", "add", "api", origin.Path).Succeeded();
        var bead = scene.CreateBead("Charge in cents");
        scene.Run("sling", bead, "api").Succeeded();
        Worker.Of(scene, bead);
        seed.Write("other.txt", "theirs");
        seed.Commit("theirs");
        seed.Git("push", "-q", origin.Path, "main");
        scene.LetThemGo();

        TownScene.Until(() => scene.StatusOf(bead) == "closed", "it has landed");

        Assert.Equal("theirs", origin.Git("show", "main:other.txt"));
        Assert.Contains(bead, origin.Git("show", $"main:work/{bead}.txt"), StringComparison.Ordinal);
    }

    [UnixFact]
    public void While_the_gates_of_one_rig_run_another_lands_and_who_dies_is_mended()
    {
        using var scene = new TownScene(Agents.Waiting, "polecats:\n  back_off: 0s\ngates:\n  - \"test $CODESYNCER_RIG = fast || while [ ! -e \\\"$EVIDENCE/judged\\\" ]; do sleep 0.05; done\"");
        scene.AddRig("slow");
        scene.AddRig("fast");
        var (slow, fast, dying) = (scene.CreateBead("Slow"), scene.CreateBead("Fast"), scene.CreateBead("Dying"));
        scene.Run("sling", slow, "slow").Succeeded();
        scene.Run("sling", fast, dying, "fast").Succeeded();
        var (first, second, third) = (Worker.Of(scene, slow), Worker.Of(scene, fast), Worker.Of(scene, dying));
        void HandIn(Worker worker)
        {
            File.WriteAllText(Path.Combine(worker.Tree, worker.Generation), "work");
            worker.Run("done").Succeeded();
        }

        HandIn(first);
        TownScene.Until(() => scene.Processes().Any(process => process.Command.Contains("CODESYNCER_RIG", StringComparison.Ordinal)), "the slow gate runs");
        HandIn(second);
        TownScene.Kill(third.Process);

        TownScene.Until(() => scene.StatusOf(fast) == "closed", "the fast one has landed");
        TownScene.Until(() => scene.Generation(dying) is { } now && now != third.Generation, "the dead one is started again");
        Assert.Equal("in_progress", scene.StatusOf(slow));
        File.WriteAllText(Path.Combine(scene.Evidence, "judged"), "");
        TownScene.Until(() => scene.StatusOf(slow) == "closed", "the slow one has landed");
    }

    [UnixFact]
    public void Gates_from_the_files_of_a_rig_are_never_run()
    {
        using var scene = new TownScene();
        var yours = scene.AddRig("api");
        yours.Write(".codesyncer.yml", $"gates:\n  - touch {scene.Evidence}/evil\n");
        yours.Write(".codesyncer/town.yml", $"gates:\n  - touch {scene.Evidence}/evil\n");
        yours.Git("add", "-f", ".");
        yours.Git("commit", "-qm", "evil");
        var bead = scene.CreateBead("Charge in cents");

        scene.Run("sling", bead, "api").Succeeded();
        TownScene.Until(() => scene.StatusOf(bead) == "closed", "it has landed");

        Assert.Empty(scene.Noted("evil"));
    }
}
