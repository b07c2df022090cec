using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>Projects come into a town and leave it; nothing of the person's is changed, nothing that is not safe goes.</summary>
public sealed class RigTests
{
    [UnixFact]
    public void Bad_names_are_refused_and_nothing_is_made()
    {
        using var scene = new TownScene();
        scene.Sandbox.Init("api").Commit("begin");
        foreach (var name in new[] { "../up", "a/b", "a\\b", "con", "NUL", "com1", ".git", "..", "-x", "a b", "a:b", "nul.txt", "", new string('a', 300), "x.", "\u202Eevil" })
        {
            var answer = scene.Run("rig", "add", "--", name, scene.Sandbox.At("api"));
            Assert.Equal(2, answer.ExitCode);
            Assert.DoesNotContain('\u202E', answer.Error);
        }

        Assert.Empty(scene.Status()["rigs"]!.AsArray());
        Assert.Equal([".codesyncer"], Directory.EnumerateFileSystemEntries(scene.Root).Select(Path.GetFileName));
    }

    [UnixFact]
    public void An_address_that_does_not_answer_is_given_up_and_leaves_nothing()
    {
        using var scene = new TownScene();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var clock = Stopwatch.StartNew();

        var answer = scene.Run("rig", "add", "api", $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/api.git", "--timeout", "2");

        Assert.NotEqual(0, answer.ExitCode);
        Assert.Contains("cannot be cloned", answer.Error, StringComparison.Ordinal);
        Assert.Equal([".codesyncer"], Directory.EnumerateFileSystemEntries(scene.Root).Select(Path.GetFileName));
        Assert.Empty(scene.Status()["rigs"]!.AsArray());
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), "it waited on and on");
        Assert.DoesNotContain(scene.Processes(), process => process.Command.Contains("git", StringComparison.Ordinal));
    }

    [UnixFact]
    public void An_empty_repository_is_a_rig_and_its_first_work_lands()
    {
        using var scene = new TownScene();
        var yours = scene.Sandbox.Init("fresh");
        scene.Run("rig", "add", "fresh", yours.Path).Succeeded();
        var bead = scene.CreateBead("Begin");

        scene.Run("sling", bead, "fresh").Succeeded();
        TownScene.Until(() => scene.StatusOf(bead) == "closed", "it has landed");

        Assert.Contains($"work/{bead}.txt", scene.HubGit("fresh", "ls-tree", "-r", "--name-only", "main"), StringComparison.Ordinal);
        Assert.Equal("", yours.TryGit("status", "--porcelain").Output);
    }

    [UnixFact]
    public void The_persons_clone_stays_as_it_is()
    {
        using var scene = new TownScene();
        var yours = scene.Sandbox.Init("api");
        yours.Write("README.md", "api");
        yours.Commit("begin");
        yours.Write("README.md", "edited");
        yours.Git("add", "README.md");
        yours.Write("new.txt", "new");
        yours.Git("config", "user.name", "Kim");
        var (refs, status, index) = (yours.Git("for-each-ref", "refs/heads", "refs/tags"), yours.Git("status", "--porcelain"), yours.Git("ls-files", "-s"));
        scene.Run("rig", "add", "api", yours.Path).Succeeded();
        var bead = scene.CreateBead("Charge in cents");
        scene.Run("sling", bead, "api").Succeeded();
        TownScene.Until(() => scene.StatusOf(bead) == "closed", "it has landed");

        Assert.Equal((refs, status, index), (yours.Git("for-each-ref", "refs/heads", "refs/tags"), yours.Git("status", "--porcelain"), yours.Git("ls-files", "-s")));
        Assert.Equal("Kim", yours.Git("config", "--local", "user.name"));
        scene.Run("rig", "remove", "api", "--force").Succeeded();
        Assert.Equal((refs, status, index), (yours.Git("for-each-ref", "refs/heads", "refs/tags"), yours.Git("status", "--porcelain"), yours.Git("ls-files", "-s")));
        Assert.Equal("", yours.Git("remote"));
    }

    [UnixFact]
    public void A_rig_without_remote_goes_only_when_its_clone_has_what_landed()
    {
        using var scene = new TownScene();
        var yours = scene.AddRig("api");
        var bead = scene.CreateBead("Charge in cents");
        scene.Run("sling", bead, "api").Succeeded();
        TownScene.Until(() => scene.StatusOf(bead) == "closed", "it has landed");
        scene.Run("polecat", "remove", scene.OnlyAgent()).Succeeded();
        yours.Git("fetch", "-q", "town");

        var refused = scene.Run("rig", "remove", "api");

        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("git pull town main", refused.Error, StringComparison.Ordinal);
        yours.Git("pull", "-q", "--ff-only", "town", "main");
        scene.Run("rig", "remove", "api").Succeeded();
        Assert.Contains(bead, yours.Read($"work/{bead}.txt"), StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_ledger_moves_into_the_town_and_back()
    {
        using var scene = new TownScene();
        var yours = scene.Sandbox.Init("api");
        yours.Commit("begin");
        scene.RunIn(yours.Path, "bead", "create", "From before", "--id", "api-1").Succeeded();
        scene.Run("rig", "add", "api", yours.Path).Succeeded();

        Assert.Equal("api", scene.Bead("api-1")["rig"]!.GetValue<string>());
        scene.RunIn(yours.Path, "bead", "update", "api-1", "--title", "Changed in the town").Succeeded();
        Assert.Equal("Changed in the town", scene.Bead("api-1")["title"]!.GetValue<string>());

        scene.Run("rig", "remove", "api").Succeeded();
        Assert.Contains("Changed in the town", scene.RunIn(yours.Path, "bead", "show", "api-1").Succeeded().Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_town_that_vanished_can_be_left()
    {
        using var scene = new TownScene();
        var yours = scene.AddRig("api");
        Assert.Equal(3, scene.RunIn(yours.Path, "rig", "leave").ExitCode);
        Directory.Delete(scene.Root, recursive: true);

        var stuck = scene.RunIn(yours.Path, "bead", "list");
        Assert.Equal(4, stuck.ExitCode);
        Assert.Contains("rig leave", stuck.Error, StringComparison.Ordinal);

        scene.RunIn(yours.Path, "rig", "leave").Succeeded();
        scene.RunIn(yours.Path, "bead", "list").Succeeded();
    }

    [UnixFact]
    public void Removal_before_the_work_has_landed_is_refused()
    {
        using var scene = new TownScene(Agents.Waiting);
        scene.AddRig("api");
        var bead = scene.CreateBead("Charge in cents");
        scene.Run("sling", bead, "api").Succeeded();
        var agent = Worker.Of(scene, bead);
        File.WriteAllText(Path.Combine(agent.Tree, "half.txt"), "half");

        Assert.Contains("is at work", scene.Run("polecat", "remove", agent.Name).Error, StringComparison.Ordinal);
        scene.Run("polecat", "stop", agent.Name).Succeeded();
        Assert.Contains("1 uncommitted file (half.txt)", scene.Run("polecat", "remove", agent.Name).Error, StringComparison.Ordinal);
        scene.Sandbox.Run(agent.Tree, "git", ["add", "."]).Succeeded();
        scene.Sandbox.Run(agent.Tree, "git", ["commit", "-qm", "half"]).Succeeded();
        Assert.Contains("has not landed", scene.Run("polecat", "remove", agent.Name).Error, StringComparison.Ordinal);
        var rig = scene.Run("rig", "remove", "api");
        Assert.Equal(3, rig.ExitCode);
        Assert.Contains($"holds {bead}", rig.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(agent.Tree, "half.txt")));

        scene.Run("polecat", "remove", agent.Name, "--force").Succeeded();
        Assert.False(Directory.Exists(agent.Tree));
        Assert.Equal("half", scene.HubGit("api", "show", $"{scene.HubGit("api", "for-each-ref", "--format=%(refname)", "refs/heads/polecat/")}:half.txt"));
        Assert.Equal("open", scene.StatusOf(bead));
    }

    [UnixFact]
    public void A_crew_has_a_work_tree_of_its_own_and_goes_only_when_it_is_safe()
    {
        using var scene = new TownScene();
        scene.AddRig("api");
        scene.Run("crew", "add", "api", "kim").Succeeded();
        var tree = Path.Combine(scene.Root, ".codesyncer", "rigs", "api", "crew", "kim");
        Assert.True(File.Exists(Path.Combine(tree, "README.md")));
        Assert.Contains("kim", scene.Run("crew", "list").Succeeded().Output, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(tree, "half.txt"), "half");

        var refused = scene.Run("crew", "remove", "api/crew/kim");

        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("half.txt", refused.Error, StringComparison.Ordinal);
        File.Delete(Path.Combine(tree, "half.txt"));
        scene.Run("crew", "remove", "api/crew/kim").Succeeded();
        Assert.False(Directory.Exists(tree));
        Assert.Equal("", scene.HubGit("api", "for-each-ref", "refs/heads/crew/"));
    }

    [UnixFact]
    public void A_town_inside_a_repository_or_another_town_is_refused()
    {
        using var scene = new TownScene();
        var repository = scene.Sandbox.Init("repository");

        var inside = scene.RunIn(repository.Path, "town", "new", "town");
        var nested = scene.Run("town", "new", "nested");

        Assert.Equal(2, inside.ExitCode);
        Assert.Contains("a town stands in none", inside.Error, StringComparison.Ordinal);
        Assert.Equal(2, nested.ExitCode);
        Assert.False(Directory.Exists(repository.At("town")));
        Assert.False(Directory.Exists(Path.Combine(scene.Root, "nested")));
    }

    [UnixFact]
    public void Doctor_says_what_is_wrong_with_a_town()
    {
        using var scene = new TownScene();
        var yours = scene.AddRig("api");
        var well = scene.Run("doctor").Succeeded();
        Assert.Contains("warn  gates", well.Output, StringComparison.Ordinal);

        Directory.Move(yours.Path, yours.Path + ".away");
        scene.Append("gates: [\"true\"]");
        var ill = scene.Run("doctor");

        Assert.Equal(1, ill.ExitCode);
        Assert.Contains("fail  rig          api:", ill.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warn  gates", ill.Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public void The_towns_ledger_syncs_with_the_remote_that_the_town_names()
    {
        using var scene = new TownScene();
        var yours = scene.AddRig("api");
        scene.Sandbox.Init("ledger.git", "--bare");
        Assert.NotEqual(0, scene.Run("ledger", "sync").ExitCode);
        scene.Append("ledger_remote: ../ledger.git");
        var bead = scene.CreateBead("Charge in cents");

        scene.RunIn(yours.Path, "ledger", "sync").Succeeded();

        Assert.Contains(bead, scene.Sandbox.Run(scene.Sandbox.At("ledger.git"), "git", ["ls-tree", "-r", "--name-only", "refs/codesyncer/ledger"]).Succeeded().Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public void All_work_trees_share_the_towns_ledger()
    {
        using var scene = new TownScene(Agents.Waiting);
        var yours = scene.AddRig("api");
        scene.Run("crew", "add", "api", "kim").Succeeded();
        var bead = scene.CreateBead("Charge in cents");
        scene.Run("sling", bead, "api").Succeeded();
        var agent = Worker.Of(scene, bead);
        Directory.CreateDirectory(Path.Combine(agent.Tree, "src"));

        foreach (var place in new[] { scene.Root, yours.Path, agent.Tree, Path.Combine(agent.Tree, "src"), Path.Combine(scene.Root, ".codesyncer", "rigs", "api", "crew", "kim") })
            Assert.Contains("Charge in cents", scene.RunIn(place, "bead", "show", bead).Succeeded().Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public void The_shared_git_config_names_nobody()
    {
        using var scene = new TownScene(Agents.Diligent);
        scene.AddRig("api");
        var bead = scene.CreateBead("Charge in cents");
        scene.Run("sling", bead, "api").Succeeded();
        TownScene.Until(() => scene.StatusOf(bead) == "closed", "it has landed");

        Assert.DoesNotContain("[user]", File.ReadAllText(Path.Combine(TownScene.Hub(scene.Root, "api"), "config")), StringComparison.Ordinal);
        Assert.StartsWith("api/polecats/", scene.HubGit("api", "log", "-1", "--format=%an", "main^2"), StringComparison.Ordinal);
    }
}
