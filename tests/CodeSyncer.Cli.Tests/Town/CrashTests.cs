using System.Diagnostics;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>
/// A crash between any two steps: a verb is killed at one moment after another of its course, then said again, or mended by
/// <c>town recover</c>. How many moments: CODESYNCER_MOMENTS.
/// </summary>
public sealed class CrashTests
{
    private static readonly int Moments = int.TryParse(Environment.GetEnvironmentVariable("CODESYNCER_MOMENTS"), out var moments) ? moments : 12;

    [UnixFact]
    public void In_the_course_of_a_sling()
    {
        using var scene = new TownScene(Agents.Diligent, "polecats:\n  back_off: 0s");
        scene.AddRig("api");
        foreach (var moment in Sweep(200))
        {
            var bead = scene.CreateBead("Charge in cents");
            KillAfter(scene.Start("sling", bead, "api"), moment);
            if (scene.StatusOf(bead) == "open")
                scene.Run("sling", bead, "api").Succeeded();
            TownScene.Until(() => Landed(scene, bead), $"{bead} has landed though its sling was killed after {moment} ms");
        }

        Sound(scene);
    }

    [UnixFact]
    public void In_the_course_of_done()
    {
        using var scene = new TownScene(Agents.Waiting, "polecats:\n  back_off: 1h");
        scene.AddRig("api");
        foreach (var moment in Sweep(300))
        {
            var bead = scene.CreateBead("Charge in cents");
            scene.Run("sling", bead, "api").Succeeded();
            var agent = Worker.Of(scene, bead);
            File.WriteAllText(Path.Combine(agent.Tree, $"{bead}.txt"), "done");
            KillAfter(agent.Start("done"), moment);

            agent.Run("done").Succeeded();
            TownScene.Until(() => Landed(scene, bead), $"{bead} has landed though 'done' was killed after {moment} ms");
            Assert.Equal("done", scene.HubGit("api", "show", $"main:{bead}.txt"));
            TownScene.Kill(agent.Process);
        }

        Sound(scene);
    }

    [UnixFact]
    public void In_the_course_of_the_queue()
    {
        using var scene = new TownScene(Agents.Waiting, "gates:\n  - sleep 0.1");
        scene.AddRig("api");
        foreach (var moment in Sweep(500))
        {
            var bead = scene.CreateBead("Charge in cents");
            scene.Run("sling", bead, "api").Succeeded();
            var agent = Worker.Of(scene, bead);
            File.WriteAllText(Path.Combine(agent.Tree, $"{bead}.txt"), "done");
            agent.Run("done").Succeeded();
            // The round that 'done' asked for lands, or this one: both are killed.
            KillAfter(scene.Start("queue", "run", "api"), moment);
            foreach (var (id, _) in scene.Processes().Where(process => process.Command.Contains("town recover", StringComparison.Ordinal)))
                TownScene.Kill(id);
            scene.Run("town", "recover").Succeeded();
            TownScene.Until(() => Landed(scene, bead), $"{bead} has landed though the queue was killed after {moment} ms");
            Assert.Equal("done", scene.HubGit("api", "show", $"main:{bead}.txt"));
            TownScene.Kill(agent.Process);
        }

        Sound(scene);
    }

    [UnixFact]
    public void In_the_course_of_a_removal()
    {
        using var scene = new TownScene(Agents.Waiting, "polecats:\n  back_off: 1h");
        scene.AddRig("api");
        foreach (var moment in Sweep(200))
        {
            var bead = scene.CreateBead("Charge in cents");
            scene.Run("sling", bead, "api").Succeeded();
            var agent = Worker.Of(scene, bead);
            scene.Run("polecat", "stop", agent.Name).Succeeded();
            File.WriteAllText(Path.Combine(agent.Tree, $"{bead}.txt"), "half");
            KillAfter(scene.Start("polecat", "remove", agent.Name, "--force"), moment);

            if (scene.Status()["agents"]!.AsArray().Any(known => known!["agent"]!.GetValue<string>() == agent.Name))
                scene.Run("polecat", "remove", agent.Name, "--force").Succeeded();
            Assert.False(Directory.Exists(agent.Tree));
            Assert.Equal("open", scene.StatusOf(bead));
            var saves = Path.Combine(TownScene.Hub(scene.Root, "api"), "codesyncer", "work.git");
            Assert.Contains(scene.Sandbox.Run(saves, "git", ["rev-list", "--all"]).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                save => scene.Sandbox.Run(saves, "git", ["show", $"{save}:files/{bead}.txt"]) is { ExitCode: 0, Output: "half" });
        }

        Sound(scene);
    }

    [UnixFact]
    public void In_the_course_of_adding_and_removing_a_rig()
    {
        using var scene = new TownScene();
        var yours = scene.Sandbox.Init("api");
        yours.Write("README.md", "api");
        yours.Commit("begin");
        scene.RunIn(yours.Path, "bead", "create", "From before", "--id", "api-1").Succeeded();
        foreach (var moment in Sweep(150))
        {
            KillAfter(scene.Start("rig", "add", "api", yours.Path), moment);
            if (scene.Status()["rigs"]!.AsArray().Count == 0)
                scene.Run("rig", "add", "api", yours.Path).Succeeded();
            Assert.Equal("From before", scene.Bead("api-1")["title"]!.GetValue<string>());

            KillAfter(scene.Start("rig", "remove", "api"), moment);
            if (scene.Status()["rigs"]!.AsArray().Count == 1)
                scene.Run("rig", "remove", "api").Succeeded();
            Assert.Contains("From before", scene.RunIn(yours.Path, "bead", "show", "api-1").Succeeded().Output, StringComparison.Ordinal);
        }

        Assert.Equal("", yours.Git("status", "--porcelain"));
        Sound(scene);
    }

    private static IEnumerable<int> Sweep(int milliseconds) => Enumerable.Range(0, Moments).Select(i => i * milliseconds / Moments);

    private static void KillAfter(Process process, int milliseconds)
    {
        using (process)
        {
            if (!process.WaitForExit(milliseconds))
                process.Kill();
            process.WaitForExit();
        }
    }

    private static bool Landed(TownScene scene, string bead)
    {
        scene.Run("town", "recover").Succeeded();
        return scene.StatusOf(bead) == "closed";
    }

    private static void Sound(TownScene scene)
    {
        scene.Run("ledger", "verify").Succeeded();
        if (Directory.Exists(TownScene.Hub(scene.Root, "api")))
            Assert.Equal("", scene.HubGit("api", "fsck", "--no-dangling", "--no-progress"));
    }
}
