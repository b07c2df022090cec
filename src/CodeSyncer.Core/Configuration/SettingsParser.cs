using System.Globalization;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Configuration;

/// <summary>
/// Lays a configuration file over the settings so far. What is wrong in it is reported with its line and the nearest
/// known word, and changes nothing. Nothing in a configuration names a command or leads out of the repository.
/// </summary>
public sealed class SettingsParser
{
    private const int FewestCharacters = 500;
    private const int MostCharacters = 100_000;

    private static readonly string[] Keys = ["exclude", "lint", "critical_topics", "prime"];

    private readonly string _file;
    private readonly List<ConfigProblem> _problems = [];
    private Settings _settings;

    private SettingsParser(string file, Settings settings)
    {
        _file = file;
        _settings = settings;
    }

    /// <param name="file">As problems show it to people.</param>
    /// <param name="before">The settings that this file is laid over.</param>
    public static (Settings Settings, IReadOnlyList<ConfigProblem> Problems) Parse(string file, string text, Settings before)
    {
        var parser = new SettingsParser(file, before);
        try
        {
            if (ConfigSyntax.Read(text) is { Scalar: not "" } root)
                parser.ReadRoot(root);
        }
        catch (ConfigSyntaxException error)
        {
            parser.Report(error.Line, error.Message, error.Hint);
        }

        return (parser._settings, parser._problems);
    }

    private void ReadRoot(ConfigNode root)
    {
        foreach (var (key, line, value) in EntriesOf(root, "the configuration", Keys))
        {
            switch (key)
            {
                case "exclude":
                    _settings = _settings with { Exclude = [.. _settings.Exclude, .. Globs(key, value)] };
                    break;
                case "lint":
                    ReadLint(value);
                    break;
                case "critical_topics":
                    ReadTopics(value);
                    break;
                default:
                    ReadPrime(value);
                    break;
            }
        }
    }

    private void ReadLint(ConfigNode node)
    {
        var lint = new Dictionary<string, LintSeverity>(_settings.Lint);
        foreach (var (rule, _, value) in EntriesOf(node, "lint", LintRuleId.All))
        {
            if (Enum.GetNames<LintSeverity>().FirstOrDefault(name => name.Equals(value.Scalar, StringComparison.OrdinalIgnoreCase)) is { } name
                && !int.TryParse(value.Scalar, out _))
                lint[rule] = Enum.Parse<LintSeverity>(name);
            else if (value.Scalar == "false")
                lint[rule] = LintSeverity.Off;
            else
                Report(value.Line, $"lint: {rule} is {Shown(value)}", "choose off, info, warning or error");
        }

        _settings = _settings with { Lint = lint };
    }

    private void ReadTopics(ConfigNode node)
    {
        var topics = _settings.CriticalTopics.ToList();
        foreach (var (name, _, value) in EntriesOf(node, "critical_topics", null))
        {
            var topic = new CriticalTopic { Name = name };
            foreach (var (key, _, list) in EntriesOf(value, name, ["words", "paths"]))
                topic = key == "words" ? topic with { Words = Texts(key, list) } : topic with { Paths = Globs(key, list) };
            topics.RemoveAll(known => known.Name == name);
            topics.Add(topic);
        }

        _settings = _settings with { CriticalTopics = topics };
    }

    private void ReadPrime(ConfigNode node)
    {
        foreach (var (_, _, value) in EntriesOf(node, "prime", ["max_characters"]))
        {
            if (int.TryParse(value.Scalar, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= FewestCharacters and <= MostCharacters)
                _settings = _settings with { PrimeMaxCharacters = number };
            else
                Report(value.Line, $"max_characters is {Shown(value)}", $"write a whole number from {FewestCharacters} to {MostCharacters}");
        }
    }

    /// <summary>The entries of a mapping whose keys are known; unknown and repeated ones are reported.</summary>
    private IEnumerable<(string Key, int Line, ConfigNode Value)> EntriesOf(ConfigNode node, string owner, IReadOnlyList<string>? known)
    {
        if (node.Entries is null)
        {
            if (node.Scalar is not "")
                Report(node.Line, $"{owner} is {Shown(node)} where keys with values are expected", "write 'key: value' lines below it");
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in node.Entries)
        {
            if (!seen.Add(entry.Key))
                Report(entry.Line, $"'{entry.Key}' stands twice", "keep one of them");
            else if (known is null || known.Contains(entry.Key))
                yield return entry;
            else
                Report(entry.Line, $"unknown key '{entry.Key}'", NearestWord.Of(entry.Key, known) is { } near
                    ? $"did you mean '{near}'?"
                    : $"known here are {string.Join(", ", known)}");
        }
    }

    private List<string> Globs(string owner, ConfigNode node)
    {
        var globs = Texts(owner, node);
        foreach (var glob in globs.Where(glob => glob.Split('/', '\\').Contains("..") || (glob.Length > 1 && glob[1] == ':')))
            Report(node.Line, $"'{glob}' in {owner} leads out of the repository", "write it relative to the root, without '..'");
        return globs;
    }

    private List<string> Texts(string owner, ConfigNode node)
    {
        if (node.Scalar is { Length: > 0 } one)
            return [one];
        var texts = new List<string>();
        foreach (var item in node.Items ?? [])
        {
            if (item.Scalar is { Length: > 0 } text)
                texts.Add(text);
            else
                Report(item.Line, $"an item of {owner} is {Shown(item)}", "write one text an item");
        }

        if (node.Entries is not null)
            Report(node.Line, $"{owner} is {Shown(node)} where a list is expected", "write '- item' lines below it");
        return texts;
    }

    private static string Shown(ConfigNode node) => node switch
    {
        { Scalar: { } text } => $"'{text}'",
        { Items: not null } => "a list",
        _ => "a group of keys",
    };

    private void Report(int line, string message, string hint) => _problems.Add(new ConfigProblem(_file, line, message, hint));
}
