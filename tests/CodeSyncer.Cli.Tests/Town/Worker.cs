using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>A started agent: what it runs, it runs with that agent's environment, in its work tree.</summary>
internal sealed record Worker(TownScene Scene, string Name, string Tree, string Generation, int Process)
{
    /// <summary>The one that works on a bead now, as soon as it does.</summary>
    public static Worker Of(TownScene scene, string bead)
    {
        TownScene.Until(() => scene.AgentOf(bead)?["process"] is not null, $"an agent works on {bead}");
        var agent = scene.AgentOf(bead)!;
        var name = agent["agent"]!.GetValue<string>();
        var parts = name.Split('/');
        return new Worker(scene, name, Path.Combine(scene.Root, ".codesyncer", "rigs", parts[0], parts[1], parts[2]), agent["generation"]!.GetValue<string>(),
            int.Parse(agent["process"]!.GetValue<string>().Split('.')[0], System.Globalization.CultureInfo.InvariantCulture));
    }

    public ProcessAnswer Run(params string[] arguments) => As(() => Scene.RunIn(Tree, arguments));

    /// <summary>Starts one of our processes as this agent; the caller ends it.</summary>
    public System.Diagnostics.Process Start(params string[] arguments) => As(() => Scene.StartIn(Tree, arguments));

    private T As<T>(Func<T> act)
    {
        var before = new Dictionary<string, string?>(Scene.Sandbox.Environment);
        Scene.Sandbox.Environment["CODESYNCER_AGENT"] = Name;
        Scene.Sandbox.Environment["CODESYNCER_GENERATION"] = Generation;
        Scene.Sandbox.Environment["CODESYNCER_SESSION"] = Generation;
        try
        {
            return act();
        }
        finally
        {
            Scene.Sandbox.Environment.Clear();
            foreach (var (name, value) in before)
                Scene.Sandbox.Environment[name] = value;
        }
    }
}
