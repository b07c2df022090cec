using System.Text;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Context;

/// <summary>
/// Paths whose tags do not count: those that the configuration excludes, and those that <c>.gitattributes</c> marks as
/// generated or vendored (the attributes of GitHub's linguist).
/// </summary>
internal sealed class PathFilter
{
    private const string AttributesFile = ".gitattributes";

    private readonly PathGlobs _excluded;
    private readonly List<Rule> _rules = [];

    /// <param name="readText">Content of a tracked file by its position; null: it cannot be read.</param>
    public PathFilter(Settings settings, TrackedFiles files, Func<int, string?> readText)
    {
        _excluded = new PathGlobs(settings.Exclude);
        var name = Encoding.ASCII.GetBytes(AttributesFile);
        for (var i = 0; i < files.Count; i++)
        {
            var path = files.Path(i);
            if (path.EndsWith(name) && (path.Length == name.Length || path[^(name.Length + 1)] == '/') && readText(i) is { } text)
                AddRules(Encoding.UTF8.GetString(path[..^name.Length]), text);
        }
    }

    public bool Excludes(string path)
    {
        if (_excluded.Matches(path))
            return true;
        var excluded = (Generated: false, Vendored: false);
        foreach (var rule in _rules)
        {
            if (!path.StartsWith(rule.Folder, StringComparison.Ordinal) || !rule.Pattern.Matches(path[rule.Folder.Length..]))
                continue;
            excluded = (rule.Generated ?? excluded.Generated, rule.Vendored ?? excluded.Vendored);
        }

        return excluded.Generated || excluded.Vendored;
    }

    private void AddRules(string folder, string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 2 || words[0].StartsWith('#') || words[0].StartsWith('!'))
                continue;
            var generated = Value(words, "linguist-generated");
            var vendored = Value(words, "linguist-vendored");
            if (generated is not null || vendored is not null)
                _rules.Add(new Rule(folder, new PathGlobs([words[0]]), generated, vendored));
        }
    }

    private static bool? Value(string[] words, string attribute)
    {
        bool? value = null;
        foreach (var word in words.AsSpan(1))
        {
            if (word == attribute || word == attribute + "=true")
                value = true;
            else if (word == "-" + attribute || word == attribute + "=false" || word == "!" + attribute)
                value = false;
        }

        return value;
    }

    private sealed record Rule(string Folder, PathGlobs Pattern, bool? Generated, bool? Vendored);
}
