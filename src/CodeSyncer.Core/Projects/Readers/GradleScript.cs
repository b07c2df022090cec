using System.Text;
using System.Text.RegularExpressions;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>What a build script of Gradle says, in Groovy or in Kotlin.</summary>
internal sealed partial class GradleScript
{
    private readonly string _text;

    private readonly bool _isKotlinAround;

    public GradleScript(string text, GradleCatalog catalog)
    {
        _isKotlinAround = catalog.HasKotlin;
        _text = WithoutComments(text);
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

    public string? JavaVersion => Java().Match(_text) is { Success: true } match ? VersionText.Java(match.Groups[1].Value.Replace('_', '.')) : null;

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
            else if (_isKotlinAround && !Plugins.Any(plugin => plugin.Id is "java" or "java-library"))
                yield return "Kotlin";
            else
                yield return "Java";
        }
    }

    /// <summary><c>projects.coreData.api</c> stands for <c>:core-data:api</c> (https://docs.gradle.org/current/userguide/declaring_dependencies_basics.html).</summary>
    private static string FolderOfAccessor(string accessor) =>
        string.Concat(accessor.Select(letter => char.IsAsciiLetterUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : letter == '.' ? "/" : letter.ToString()));

    /// <summary>Each comment becomes a space; what stands in quotes on one line is none.</summary>
    private static string WithoutComments(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var two = text.AsSpan(at, Math.Min(2, text.Length - at));
            var end = two is "//" ? text.IndexOf('\n', at) : two is "/*" ? After(text, "*/", at + 2) : EndOfQuote(text, at);
            if (end < 0)
                end = text.Length;
            if (two is "//" or "/*")
                result.Append(' ');
            else
                result.Append(text, at, end - at);
            at = end;
        }

        return result.ToString();
    }

    private static int After(string text, string mark, int from) =>
        text.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var found ? found + mark.Length : -1;

    /// <summary>Behind a text in quotes; behind the letter where there is none.</summary>
    private static int EndOfQuote(string text, int at)
    {
        if (text[at] is not ('"' or '\''))
            return at + 1;
        var end = text.AsSpan(at + 1).IndexOfAny(text[at], '\n');
        return end < 0 || text[at + 1 + end] == '\n' ? at + 1 : at + end + 2;
    }

    [GeneratedRegex("""\bid\s{0,20}\(?\s{0,20}["']([\w.-]+)["']\s{0,20}\)?(?:\s{0,20}version\s{0,20}\(?\s{0,20}["']([\w.-]+)["'])?""")]
    private static partial Regex PluginId();

    [GeneratedRegex("""\bapply\s{0,20}\(?\s{0,20}plugin\s{0,20}[:=]\s{0,20}["']([\w.-]+)["']""")]
    private static partial Regex ApplyPlugin();

    [GeneratedRegex("""\bkotlin\s{0,20}\(\s{0,20}["']([\w.-]+)["']\s{0,20}\)(?:\s{0,20}version\s{0,20}["']([\w.-]+)["'])?""")]
    private static partial Regex KotlinPlugin();

    [GeneratedRegex(@"\bplugins\s{0,20}\{([^{}]*)\}")]
    private static partial Regex PluginsBlock();

    /// <summary>In Kotlin, Gradle's own plugins are words: <c>application</c>, <c>`java-library`</c>.</summary>
    [GeneratedRegex(@"(?m)^\s{0,20}`?(java|java-library|application|groovy|scala|war)`?\s{0,20};?\s{0,20}$")]
    private static partial Regex BarePlugin();

    [GeneratedRegex(@"\balias\s{0,20}\(?\s{0,20}libs\.plugins\.([\w.]+)")]
    private static partial Regex PluginAlias();

    [GeneratedRegex("""["']([\w.-]+):([\w.-]+)(?::[^"'\n]*)?["']""")]
    private static partial Regex Coordinates();

    [GeneratedRegex(@"\blibs\.(?!plugins\.|versions\.|bundles\.)([\w.]+)")]
    private static partial Regex LibraryAlias();

    [GeneratedRegex("""\bproject\s{0,20}\(\s{0,20}(?:path\s{0,20}[:=]\s{0,20})?["'](:[\w:.-]+)["']""")]
    private static partial Regex ProjectPath();

    [GeneratedRegex(@"\(\s{0,20}projects\.([\w.]+)\s{0,20}\)")]
    private static partial Regex ProjectAccessor();

    [GeneratedRegex("""\bmainClass(?:Name)?\s{0,20}(?:=|\.set\s{0,20}\()\s{0,20}["']([\w.$]+)["']""")]
    private static partial Regex Main();

    [GeneratedRegex("""(?:JavaLanguageVersion\.of\s{0,20}\(\s{0,20}|jvmToolchain\s{0,20}\(\s{0,20}|JavaVersion\.VERSION_|sourceCompatibility\s{0,20}=\s{0,20}["']?)(\d[\d_.]*)""")]
    private static partial Regex Java();
}
