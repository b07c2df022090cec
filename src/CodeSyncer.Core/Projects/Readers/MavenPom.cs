using System.Xml.Linq;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>A pom.xml with what it inherits from the parents that stand in the repository.</summary>
internal sealed class MavenPom
{
    /// <summary>Parents that form a circle end here.</summary>
    private const int MaxParents = 16;

    private readonly List<XElement> _chain = [];
    private readonly Dictionary<string, string> _properties = new(StringComparer.Ordinal);

    public MavenPom(ManifestFile file, ManifestTree tree)
    {
        Root = file.Xml();
        for (ManifestFile? each = file; each is not null && _chain.Count < MaxParents; each = ParentOf(each, tree))
            _chain.Add(each.Xml());
        foreach (var property in _chain.SelectMany(pom => pom.Element("properties")?.Elements() ?? []))
            _properties.TryAdd(property.Name.LocalName, property.Value.Trim());
        GroupId = FirstOf("groupId") ?? Value(Root.Element("parent")?.Element("groupId"));
        _properties["project.groupId"] = GroupId ?? "";
        Plugins = Root.Element("build")?.Descendants("plugin").Select(plugin => plugin.Element("artifactId")?.Value.Trim() ?? "").ToHashSet(StringComparer.Ordinal) ?? [];
    }

    public XElement Root { get; }

    public string? GroupId { get; }

    public string? ArtifactId => Value(Root.Element("artifactId"));

    public string Packaging => Value(Root.Element("packaging")) ?? "jar";

    /// <summary>Whether it only holds modules or is only a parent of others.</summary>
    public bool IsAggregator => Packaging == "pom";

    /// <summary>The artifact ids of the plugins.</summary>
    public HashSet<string> Plugins { get; }

    /// <summary>The group ids of the plugins that frameworks bring.</summary>
    public IEnumerable<string> PluginIds => Root.Element("build")?.Descendants("plugin")
        .Select(plugin => $"{plugin.Element("groupId")?.Value.Trim()}:{plugin.Element("artifactId")?.Value.Trim()}") ?? [];

    public IEnumerable<(string Group, string Artifact)> Dependencies => (Root.Element("dependencies")?.Elements("dependency") ?? [])
        .Select(dependency => (Value(dependency.Element("groupId")) ?? "", Value(dependency.Element("artifactId")) ?? ""));

    public string? JavaVersion
    {
        get
        {
            var named = Property("maven.compiler.release") ?? Property("java.version") ?? Property("maven.compiler.source") ?? Property("maven.compiler.target");
            var compiler = _chain.SelectMany(pom => pom.Descendants("plugin")).FirstOrDefault(plugin => plugin.Element("artifactId")?.Value == "maven-compiler-plugin");
            return VersionText.Java(named ?? Value(compiler?.Element("configuration")?.Element("release")));
        }
    }

    public string? SpringBootVersion => _chain.Select(pom => pom.Element("parent"))
        .FirstOrDefault(parent => parent?.Element("artifactId")?.Value.Trim() == "spring-boot-starter-parent") is { } boot
            ? Value(boot.Element("version")) ?? ""
            : null;

    public string? MainClass => Property("start-class") ?? Property("exec.mainClass")
        ?? Value(Root.Element("build")?.Descendants("mainClass").FirstOrDefault());

    private static ManifestFile? ParentOf(ManifestFile file, ManifestTree tree)
    {
        if (file.Xml().Element("parent") is not { } parent)
            return null;
        var relative = parent.Element("relativePath")?.Value ?? "../pom.xml";
        if (relative.Trim().Length == 0 || RepositoryPath.Resolve(file.Folder, relative) is not { } path)
            return null;
        var pom = tree.File(path) ?? tree.File(RepositoryPath.Join(path, "pom.xml"));
        // The default place may hold a pom that is no parent of this one.
        return pom?.Xml().Element("artifactId")?.Value.Trim() == parent.Element("artifactId")?.Value.Trim() ? pom : null;
    }

    private string? FirstOf(string name) => Value(_chain.Select(pom => pom.Element(name)).FirstOrDefault(element => element is not null));

    private string? Property(string name) => _properties.TryGetValue(name, out var value) ? Expand(value) : null;

    private string? Value(XElement? element) => element is null || element.Value.Trim().Length == 0 ? null : Expand(element.Value.Trim());

    /// <summary>A value that is one property whole, once: properties of properties are rare, and circles of them are not followed.</summary>
    private string Expand(string value) =>
        value.StartsWith("${", StringComparison.Ordinal) && value.EndsWith('}') && _properties.TryGetValue(value[2..^1], out var found) ? found : value;
}
