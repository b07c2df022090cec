using System.Text.RegularExpressions;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>What a build script of Gradle says, in Groovy or in Kotlin.</summary>
internal sealed partial class GradleScript
{
    private readonly string _text;

    public GradleScript(string text, GradleCatalog catalog)
    {
        _text = Comments().Replace(text, " ");
        Plugins = [.. PluginId().Matches(_text).Select(match => (match.Groups[1].Value, (string?)match.Groups[2].Value)),
            .. ApplyPlugin().Matches(_text).Select(match => (match.Groups[1].Value, (string?)null)),
            .. KotlinPlugin().Matches(_text).Select(match => ($"org.jetbrains.kotlin.{match.Groups[1].Value}", (string?)match.Groups[2].Value)),
            .. BarePlugin().Matches(PluginsBlock().Match(_text).Groups[1].Value).Select(match => (match.Groups[1].Value, (string?)null)),
            .. PluginAlias().Matches(_text).Select(match => catalog.Plugin(match.Groups[1].Value))];
        Dependencies = [.. Coordinates().Matches(_text).Select(match => $"{match.Groups[1].Value}:{match.Groups[2].Value}"),
            .. LibraryAlias().Matches(_text).Select(match => catalog.Library(match.Groups[1].Value)).OfType<string>()];
        Projects = [.. ProjectPath().Matches(_text).Select(match => match.Groups[1].Value.Trim(':').Replace(':', '/')),
            .. ProjectAccessor().Matches(_text).Select(match => FolderOfAccessor(match.Groups[1].Value))];
    }

    public List<(string Id, string? Version)> Plugins { get; }

    /// <summary><c>group:artifact</c>.</summary>
    public List<string> Dependencies { get; }

    /// <summary>Folders of other projects, seen from the settings' folder.</summary>
    public List<string> Projects { get; }

    public bool MakesSomething => Plugins.Any(plugin => plugin.Id is "java" or "java-library" or "application" or "groovy" or "scala" or "war" or "cpp"
        || plugin.Id.StartsWith("org.jetbrains.kotlin.", StringComparison.Ordinal) || plugin.Id.StartsWith("com.android.", StringComparison.Ordinal))
        && !_text.Contains("apply false", StringComparison.Ordinal);

    public string? MainClass => Main().Match(_text) is { Success: true } match ? match.Groups[1].Value : null;

    public string? JavaVersion => Java().Match(_text) is { Success: true } match ? match.Groups[1].Value.Replace('_', '.') : null;

    public IEnumerable<string> Languages
    {
        get
        {
            if (Plugins.Any(plugin => plugin.Id.Contains("kotlin", StringComparison.Ordinal)))
                yield return "Kotlin";
            else if (Plugins.Any(plugin => plugin.Id is "groovy"))
                yield return "Groovy";
            else if (Plugins.Any(plugin => plugin.Id is "scala"))
                yield return "Scala";
            else
                yield return "Java";
        }
    }

    /// <summary><c>projects.coreData.api</c> stands for <c>:core-data:api</c> (https://docs.gradle.org/current/userguide/declaring_dependencies_basics.html).</summary>
    private static string FolderOfAccessor(string accessor) =>
        string.Concat(accessor.Select(letter => char.IsAsciiLetterUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : letter == '.' ? "/" : letter.ToString()));

    /// <summary>Comments, but not the slashes of an address within quotes.</summary>
    [GeneratedRegex(@"/\*[\s\S]*?\*/|(?<![:""'\w])//[^\n]*")]
    private static partial Regex Comments();

    [GeneratedRegex("""\bid\s*\(?\s*["']([\w.-]+)["']\s*\)?(?:\s*version\s*\(?\s*["']([\w.-]+)["'])?""")]
    private static partial Regex PluginId();

    [GeneratedRegex("""\bapply\s*\(?\s*plugin\s*[:=]\s*["']([\w.-]+)["']""")]
    private static partial Regex ApplyPlugin();

    [GeneratedRegex("""\bkotlin\s*\(\s*["']([\w.-]+)["']\s*\)(?:\s*version\s*["']([\w.-]+)["'])?""")]
    private static partial Regex KotlinPlugin();

    [GeneratedRegex(@"\bplugins\s*\{([^{}]*)\}")]
    private static partial Regex PluginsBlock();

    /// <summary>In Kotlin, Gradle's own plugins are words: <c>application</c>, <c>`java-library`</c>.</summary>
    [GeneratedRegex(@"(?m)^\s*`?(java|java-library|application|groovy|scala|war)`?\s*;?\s*$")]
    private static partial Regex BarePlugin();

    [GeneratedRegex(@"\balias\s*\(?\s*libs\.plugins\.([\w.]+)")]
    private static partial Regex PluginAlias();

    [GeneratedRegex("""["']([\w.-]+):([\w.-]+)(?::[^"'\n]*)?["']""")]
    private static partial Regex Coordinates();

    [GeneratedRegex(@"\blibs\.(?!plugins\.|versions\.|bundles\.)([\w.]+)")]
    private static partial Regex LibraryAlias();

    [GeneratedRegex("""\bproject\s*\(\s*(?:path\s*[:=]\s*)?["'](:[\w:.-]+)["']""")]
    private static partial Regex ProjectPath();

    [GeneratedRegex(@"\(\s*projects\.([\w.]+)\s*\)")]
    private static partial Regex ProjectAccessor();

    [GeneratedRegex("""\bmainClass(?:Name)?\s*(?:=|\.set\s*\()\s*["']([\w.$]+)["']""")]
    private static partial Regex Main();

    [GeneratedRegex("""(?:JavaLanguageVersion\.of\s*\(\s*|jvmToolchain\s*\(\s*|JavaVersion\.VERSION_|sourceCompatibility\s*=\s*["']?)(\d[\d_.]*)""")]
    private static partial Regex Java();
}
