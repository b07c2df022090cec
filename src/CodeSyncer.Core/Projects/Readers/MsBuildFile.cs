using System.Text;
using System.Xml.Linq;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>
/// Properties and items of an MSBuild project, with those of the <c>Directory.Build.props</c> above it. Conditions are not
/// evaluated: what has one counts only where nothing else says it. Nothing is executed.
/// </summary>
internal sealed class MsBuildFile
{
    /// <summary>A property that grows by its own value must end somewhere.</summary>
    private const int MaxValue = 1_000;

    private readonly Dictionary<string, string> _properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly ManifestTree _tree;

    private MsBuildFile(ManifestTree tree) => _tree = tree;

    /// <summary>The SDKs that the project names, without versions.</summary>
    public List<string> Sdks { get; } = [];

    /// <summary>Packages with their versions as far as known.</summary>
    public List<(string Name, string? Version)> Packages { get; } = [];

    public List<string> Frameworks { get; } = [];

    /// <summary>Paths of projects of this repository.</summary>
    public List<string> References { get; } = [];

    public string? this[string property] => _properties.TryGetValue(property, out var value) && value.Length > 0 ? value : null;

    public bool IsTrue(string property) => string.Equals(this[property], "true", StringComparison.OrdinalIgnoreCase);

    public static MsBuildFile Read(ManifestFile project, ManifestTree tree)
    {
        var file = new MsBuildFile(tree);
        var props = file.Inherited(project.Folder).ToList();
        for (var i = props.Count - 1; i >= 0; i--)
            file.Take(props[i].Xml(), props[i].Folder);
        file.Take(project.Xml(), project.Folder);
        file.AddCentralVersions(project.Folder);
        return file;
    }

    /// <summary>MSBuild takes the nearest one only; that one may import the next above.</summary>
    private IEnumerable<ManifestFile> Inherited(string folder)
    {
        foreach (var each in RepositoryPath.Upward(folder))
        {
            if (_tree.File(_tree.Tracked(RepositoryPath.Join(each, "Directory.Build.props"))) is not { } props)
                continue;
            yield return props;
            if (!ImportsAbove(props.Xml()))
                yield break;
        }
    }

    private static bool ImportsAbove(XElement root) => root.Descendants("Import")
        .Select(import => (string?)import.Attribute("Project") ?? "")
        .Any(path => path.Contains("GetPathOfFileAbove", StringComparison.Ordinal) || path.Contains("..", StringComparison.Ordinal));

    private void Take(XElement root, string folder)
    {
        AddSdk((string?)root.Attribute("Sdk"));
        foreach (var element in root.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "Sdk":
                    AddSdk((string?)element.Attribute("Name"));
                    break;
                case "Import":
                    AddSdk((string?)element.Attribute("Sdk"));
                    break;
                case "PropertyGroup":
                    TakeProperties(element);
                    break;
                case "ItemGroup":
                    TakeItems(element, folder);
                    break;
            }
        }
    }

    private void AddSdk(string? names)
    {
        foreach (var name in (names ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var slash = name.IndexOf('/');
            Sdks.Add(slash < 0 ? name : name[..slash]);
        }
    }

    private void TakeProperties(XElement group)
    {
        foreach (var property in group.Elements())
        {
            var name = property.Name.LocalName;
            var isConditional = group.Attribute("Condition") is not null || property.Attribute("Condition") is not null;
            if (!isConditional || this[name] is null)
                _properties[name] = Expand(property.Value.Trim());
        }
    }

    private void TakeItems(XElement group, string folder)
    {
        foreach (var item in group.Elements())
        {
            var include = Expand((string?)item.Attribute("Include") ?? "");
            foreach (var name in include.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                TakeItem(item, name, folder);
        }
    }

    private void TakeItem(XElement item, string name, string folder)
    {
        switch (item.Name.LocalName)
        {
            case "PackageReference":
                Packages.Add((name, (string?)item.Attribute("Version") ?? (string?)item.Element("Version")));
                break;
            case "FrameworkReference":
                Frameworks.Add(name);
                break;
            case "ProjectReference" when _tree.Tracked(RepositoryPath.Resolve(folder, name)) is { } path:
                References.Add(path);
                break;
        }
    }

    /// <summary>Central package management: https://learn.microsoft.com/nuget/consume-packages/central-package-management</summary>
    private void AddCentralVersions(string folder)
    {
        if (Packages.All(package => package.Version is not null) || _tree.File(_tree.Nearest(folder, "Directory.Packages.props")) is not { } central)
            return;
        var versions = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in central.Xml().Descendants("PackageVersion"))
            versions[(string?)item.Attribute("Include") ?? ""] = (string?)item.Attribute("Version");
        for (var i = 0; i < Packages.Count; i++)
        {
            if (Packages[i].Version is null)
                Packages[i] = (Packages[i].Name, versions.GetValueOrDefault(Packages[i].Name));
        }
    }

    /// <summary><c>$(Name)</c> by what is known so far; the folder of the file vanishes, since paths are relative to it anyway.</summary>
    private string Expand(string value)
    {
        if (!value.Contains("$(", StringComparison.Ordinal))
            return value.Length > MaxValue ? value[..MaxValue] : value;
        var result = new StringBuilder();
        var at = 0;
        while (at < value.Length && result.Length < MaxValue)
        {
            var open = value.IndexOf("$(", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : value.IndexOf(')', open);
            if (close < 0)
                break;
            result.Append(value, at, open - at).Append(this[value[(open + 2)..close]]);
            at = close + 1;
        }

        result.Append(value.AsSpan(Math.Min(at, value.Length)));
        return result.Length > MaxValue ? result.ToString(0, MaxValue) : result.ToString();
    }
}
