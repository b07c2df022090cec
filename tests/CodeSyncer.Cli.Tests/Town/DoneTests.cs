using System.Text.Json.Nodes;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>The end of an agent's work, as the agent says it, more than once and too late.</summary>
public sealed class DoneTests
{
    [UnixFact]
    public void What_was_not_committed_is_committed_but_for_secrets()
    {
        using var scene = new TownScene(Agents.Waiting);
        scene.AddRig("api");
        var (bead, agent) = Begin(scene);
        File.WriteAllText(Path.Combine(agent.Tree, "Pay.cs"), "cents");
        File.WriteAllText(Path.Combine(agent.Tree, ".env"), "KEY=1");

        var done = agent.Run("done", "--message", "works").Succeeded();

        Assert.Contains("not committed: .env", done.Output, StringComparison.Ordinal);
        TownScene.Until(() => scene.StatusOf(bead) == "closed", "it has landed");
        Assert.Equal("cents", scene.HubGit("api", "show", "main:Pay.cs"));
        Assert.DoesNotContain(".env", scene.HubGit("api", "ls-tree", "--name-only", "main"), StringComparison.Ordinal);
    }

    [UnixFact]
    public void Said_again_it_changes_nothing()
    {
        using var scene = new TownScene(Agents.Waiting);
        scene.AddRig("api");
        var (bead, agent) = Begin(scene);
        File.WriteAllText(Path.Combine(agent.Tree, "Pay.cs"), "cents");
        agent.Run("done").Succeeded();

        var again = agent.Run("done").Succeeded();

        Assert.Contains("already", again.Output, StringComparison.Ordinal);
        TownScene.Until(() => scene.StatusOf(bead) == "closed", "it has landed");
        Assert.Contains("already", agent.Run("done").Succeeded().Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_report_closes_the_bead_and_lands_nothing()
    {
        using var scene = new TownScene(Agents.Waiting);
        scene.AddRig("api");
        var (bead, agent) = Begin(scene);
        var tip = scene.HubGit("api", "rev-parse", "main");

        agent.Run("done", "--result", "report", "-m", "It is the clock").Succeeded();

        Assert.Equal("closed", scene.StatusOf(bead));
        Assert.Equal("reported", scene.Bead(bead)["close_reason"]!.GetValue<string>());
        Assert.Contains("It is the clock", scene.Bead(bead)["comments"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(tip, scene.HubGit("api", "rev-parse", "main"));
    }

    [UnixFact]
    public void Code_without_a_change_is_refused_and_the_agent_goes_on()
    {
        using var scene = new TownScene(Agents.Waiting);
        scene.AddRig("api");
        var (bead, agent) = Begin(scene);

        var refused = agent.Run("done", "--result", "code");

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("--result no-change", refused.Error, StringComparison.Ordinal);
        Assert.Equal("in_progress", scene.StatusOf(bead));
    }

    [UnixFact]
    public void In_the_middle_of_a_merge_it_is_refused()
    {
        using var scene = new TownScene(Agents.Waiting);
        scene.AddRig("api");
        var (_, agent) = Begin(scene);
        scene.Sandbox.Run(agent.Tree, "git", ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "--allow-empty", "-qm", "one"]).Succeeded();
        scene.Sandbox.Run(agent.Tree, "git", ["merge", "--no-commit", "--no-ff", "HEAD~1"]);
        scene.Sandbox.Run(agent.Tree, "git", ["revert", "--no-commit", "HEAD"]);

        var refused = agent.Run("done");

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("is in progress", refused.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Said_by_a_session_that_was_replaced_it_is_refused()
    {
        using var scene = new TownScene(Agents.Waiting, "polecats:\n  back_off: 0s");
        scene.AddRig("api");
        var (bead, old) = Begin(scene);
        TownScene.Kill(old.Process);
        TownScene.Until(() => scene.Generation(bead) is { } now && now != old.Generation, "it is started again");
        File.WriteAllText(Path.Combine(old.Tree, "Stale.cs"), "stale");

        var stale = old.Run("done");

        Assert.Equal(3, stale.ExitCode);
        Assert.Contains("was started anew since", stale.Error, StringComparison.Ordinal);
        Assert.Equal("in_progress", scene.StatusOf(bead));
        Assert.Equal("", scene.Sandbox.Run(old.Tree, "git", ["diff", "--cached", "--name-only"]).Succeeded().Output);
        Assert.Null(scene.Bead(bead)["submission"]);
    }

    [UnixFact]
    public void A_branch_of_its_own_is_not_handed_in_for_the_beads()
    {
        using var scene = new TownScene(Agents.Waiting);
        scene.AddRig("api");
        var (_, agent) = Begin(scene);
        scene.Sandbox.Run(agent.Tree, "git", ["switch", "-qc", "elsewhere"]).Succeeded();

        var refused = agent.Run("done");

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("git switch polecat/", refused.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_person_hands_in_from_a_crews_work_tree_and_from_the_own_clone()
    {
        using var scene = new TownScene();
        var yours = scene.AddRig("api");
        scene.Run("crew", "add", "api", "lee").Succeeded();
        var tree = Path.Combine(scene.Root, ".codesyncer", "rigs", "api", "crew", "lee");
        var (crews, own) = (scene.CreateBead("By the crew"), scene.CreateBead("By myself"));
        scene.Run("sling", crews, "api/crew/lee").Succeeded();
        scene.RunIn(tree, "bead", "claim", crews).Succeeded();
        File.WriteAllText(Path.Combine(tree, "crew.txt"), "crew");
        yours.Git("switch", "-qc", "mine");
        scene.RunIn(yours.Path, "bead", "claim", own).Succeeded();
        yours.Write("own.txt", "own");
        yours.Commit("by myself");

        Assert.Contains("handed in crew/lee", scene.RunIn(tree, "done").Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("handed in mine", scene.RunIn(yours.Path, "done").Succeeded().Output, StringComparison.Ordinal);

        TownScene.Until(() => scene.StatusOf(crews) == "closed" && scene.StatusOf(own) == "closed", "both have landed");
        Assert.Equal("crew", scene.HubGit("api", "show", "main:crew.txt"));
        Assert.Equal("own", scene.HubGit("api", "show", "main:own.txt"));
        Assert.Equal("", scene.HubGit("api", "for-each-ref", "refs/codesyncer/taken/"));
        Assert.Equal("mine", yours.Git("branch", "--show-current"));
        Assert.Equal(2, scene.RunIn(tree, "done").ExitCode);
    }

    private static (string Bead, Worker Agent) Begin(TownScene scene)
    {
        var bead = scene.CreateBead("Charge in cents");
        scene.Run("sling", bead, "api").Succeeded();
        return (bead, Worker.Of(scene, bead));
    }
}
