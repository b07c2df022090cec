using CodeSyncer.Core.Projects.Formats;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>A version catalog: the names that build scripts use for libraries and plugins (https://docs.gradle.org/current/userguide/version_catalogs.html).</summary>
internal sealed class GradleCatalog
{
    private readonly ManifestValue _root;

    private GradleCatalog(ManifestValue root) => _root = root;

    public static GradleCatalog Of(string folder, ManifestTree tree) =>
        new(tree.File(tree.Nearest(folder, "gradle/libs.versions.toml"))?.Toml() ?? ManifestValue.None);

    /// <summary>Whether the build knows Kotlin at all: convention plugins hide it from the single scripts.</summary>
    public bool HasKotlin => _root["plugins"].Members.Values.Any(plugin => (plugin["id"].Text ?? plugin.Text ?? "").StartsWith("org.jetbrains.kotlin", StringComparison.Ordinal));

    public (string Id, string? Version) Plugin(string accessor)
    {
        var plugin = Find(_root["plugins"], accessor);
        var version = plugin["version"]["ref"].Text is { } name ? _root["versions"][name].Text : plugin["version"].Text;
        return (plugin["id"].Text ?? plugin.Text?.Split(':')[0] ?? accessor, version);
    }

    /// <summary><c>group:artifact</c>, or null.</summary>
    public string? Library(string accessor)
    {
        var library = Find(_root["libraries"], accessor);
        if (library["module"].Text is { } module)
            return module;
        if (library["group"].Text is { } group)
            return $"{group}:{library["name"].Text}";
        return library.Text is { } text && text.Split(':') is [var first, var second, ..] ? $"{first}:{second}" : null;
    }

    /// <summary>An accessor has dots where the name has any separator.</summary>
    private static ManifestValue Find(ManifestValue table, string accessor)
    {
        foreach (var (name, value) in table.Members)
        {
            if (name.Replace('-', '.').Replace('_', '.') == accessor)
                return value;
        }

        return ManifestValue.None;
    }
}
