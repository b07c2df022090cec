using CodeSyncer.Core.Context;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>Plans the block in AGENTS.md and the line in CLAUDE.md that imports it.</summary>
internal sealed class AgentsFiles(string root)
{
    private const string Agents = "AGENTS.md";

    private readonly string _realRoot = RealPath.Of(root);

    /// <summary>The files that get a block, absolute, links resolved.</summary>
    public List<string> Written { get; } = [];

    /// <summary>Those of them that are not there yet.</summary>
    public List<string> Created { get; } = [];

    public IReadOnlyList<PlanStep> Plan()
    {
        var agents = RealPath.Of(Path.Combine(root, Agents));
        var claude = ClaudeFile();
        var imported = RealPath.Of(Path.Combine(root, claude));
        var steps = new List<PlanStep> { PlanBlock(Agents, agents, AgentsBlock.Body, "says how to tag and how to ask") };
        if (agents == imported)
            steps.Add(PlanStep.Same(claude, $"is one file with {Agents} through a symbolic link"));
        else if (AlreadyImports(imported))
            steps.Add(PlanStep.Same(claude, $"imports {Agents}"));
        else
            steps.Add(PlanBlock(claude, imported, AgentsBlock.Import(claude.StartsWith('.') ? "../" + Agents : Agents), $"imports {Agents}"));
        return steps;
    }

    /// <summary>Takes our blocks out of the files that this clone's <c>init</c> wrote; those it made go when nothing else is in them.</summary>
    public static IReadOnlyList<Change> PlanRemoval(string file, bool created)
    {
        // What is a link now was made one since: it is the user's, and the file that it names has its own turn.
        if (!File.Exists(file) || RealPath.Of(file) != file)
            return [];
        var content = File.ReadAllBytes(file);
        var rest = AgentsBlock.Block.Remove(content, file);
        if (rest.Length == content.Length)
            return [];
        return rest.Length == 0 && created ? [new DeleteFile(file)] : [new WriteFile(file, rest)];
    }

    private string ClaudeFile() =>
        !Path.Exists(Path.Combine(root, "CLAUDE.md")) && File.Exists(Path.Combine(root, ".claude", "CLAUDE.md")) ? ".claude/CLAUDE.md" : "CLAUDE.md";

    private PlanStep PlanBlock(string name, string path, string body, string text)
    {
        if (!RealPath.IsWithin(path, _realRoot) || RealPath.IsWithin(path, Path.Combine(_realRoot, ".git")))
            return PlanStep.Warning(name, $"is a symbolic link that leads out of the repository, to {path}: it is not followed, and nothing is written there");
        if (Directory.Exists(path))
            return PlanStep.Warning(name, "is a folder: nothing is written there");
        var before = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var after = AgentsBlock.Block.Put(before, body, name);
        if (after.AsSpan().SequenceEqual(before))
            return PlanStep.Same(name, text);
        Written.Add(path);
        if (!File.Exists(path))
            Created.Add(path);
        return PlanStep.Of(name, text, new WriteFile(path, after));
    }

    /// <summary>Whether the user's own text, outside of our block, imports AGENTS.md.</summary>
    private bool AlreadyImports(string path)
    {
        if (!RealPath.IsWithin(path, _realRoot) || !File.Exists(path))
            return false;
        var rest = System.Text.Encoding.UTF8.GetString(AgentsBlock.Block.Remove(File.ReadAllBytes(path), path));
        return rest.Split('\n').SelectMany(line => line.Split(' ', '\t', '\r')).Any(word => word is "@AGENTS.md" or "@./AGENTS.md" or "@../AGENTS.md");
    }
}
