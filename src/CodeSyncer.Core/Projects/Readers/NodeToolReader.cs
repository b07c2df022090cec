namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Tools for many packages, told by the mere presence of their configuration.</summary>
internal sealed class NodeToolReader : IManifestReader
{
    public bool Reads(string name) => Tool(name) is not null;

    public void Read(string path, ManifestTree tree, StackDraft stack) => stack.Tools.Add(Tool(RepositoryPath.NameOf(path))!);

    private static string? Tool(string name) => name switch
    {
        "nx.json" => "Nx",
        "turbo.json" => "Turborepo",
        "lerna.json" => "Lerna",
        _ => null,
    };
}
