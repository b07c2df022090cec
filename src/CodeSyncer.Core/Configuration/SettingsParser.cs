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

    /// <summary>More than people write; it keeps the cost of a hook bounded for hostile files.</summary>
    private const int MostItems = 1000;

    private static readonly string[] Keys = ["exclude", "lint", "critical_topics", "prime"];
    private static readonly string[] Severities = ["off", "info", "warning", "error"];

    private readonly string _file;
    private readonly List<ConfigProblem> _problems = [];
    private Settings _settings;

    private SettingsParser(string file, Settings settings)
    {
        _file = file;
        _settings = settings;
    }

    /// <param name="file">As problems show it to people.</param>
    /// <param name="text">The content; a byte order mark at its start is skipped.</param>
    /// <param name="before">The settings that this file is laid over.</param>
    public static (Settings Settings, IReadOnlyList<ConfigProblem> Problems) Parse(string file, string text, Settings before)
    {
        var parser = new SettingsParser(file, before);
        try
        {
            if (ConfigSyntax.Read(text.TrimStart('\uFEFF')) is { IsEmpty: false } root)
                parser.ReadRoot(root);
        }
        catch (ConfigSyntaxException error)
        {
            parser.Report(error.Line, error.Message, error.Hint);
        }

        return (parser._settings, parser._problems);
    }

    /// <summary>For a file that is too long to be read at all.</summary>
    public static ConfigProblem TooLong(string file)
    {
        var error = ConfigSyntaxException.TooLong();
        return new ConfigProblem(file, error.Line, error.Message, error.Hint);
    }

    private void ReadRoot(ConfigNode root)
    {
        foreach (var (key, _, value) in EntriesOf(root, "the configuration", Keys))
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
            // Editors of YAML 1.1 write "off" as false.
            var word = IsOff(value) ? "off" : value.Scalar?.ToLowerInvariant();
            var severity = Array.IndexOf(Severities, word);
            if (severity >= 0)
                lint[rule] = (LintSeverity)severity;
            else
                Report(value.Line, $"lint: {rule} is {value.Shown}", "choose off, info, warning or error");
        }

        _settings = _settings with { Lint = lint };
    }

    private void ReadTopics(ConfigNode node)
    {
        var topics = _settings.CriticalTopics.ToList();
        foreach (var (name, line, value) in EntriesOf(node, "critical_topics", null))
        {
            if (IsOff(value))
            {
                if (topics.RemoveAll(known => known.Name == name) == 0)
                    Report(line, $"there is no critical topic {ConfigNode.Quote(name)} to switch off", NearestHint(name, topics.Select(topic => topic.Name)));
                continue;
            }

            var topic = ReadTopic(name, value);
            if (topic.Words.Count + topic.Paths.Count == 0)
                Report(line, $"the critical topic {ConfigNode.Quote(name)} holds neither words nor paths", $"name some, or write '{name}: off' to switch it off");
            var place = topics.FindIndex(known => known.Name == name);
            if (place < 0)
                topics.Add(topic);
            else
                topics[place] = topic;
        }

        _settings = _settings with { CriticalTopics = topics };
    }

    private CriticalTopic ReadTopic(string name, ConfigNode node)
    {
        var topic = new CriticalTopic { Name = name };
        foreach (var (key, _, list) in EntriesOf(node, name, ["words", "paths"]))
            topic = key == "words" ? topic with { Words = Words(list) } : topic with { Paths = Globs(key, list) };
        return topic;
    }

    private void ReadPrime(ConfigNode node)
    {
        foreach (var (_, _, value) in EntriesOf(node, "prime", ["max_characters"]))
        {
            if (!value.IsQuoted && int.TryParse(value.Scalar, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number is >= FewestCharacters and <= MostCharacters)
                _settings = _settings with { PrimeMaxCharacters = number };
            else
                Report(value.Line, $"max_characters is {value.Shown}", $"write a whole number from {FewestCharacters} to {MostCharacters}, without quotes");
        }
    }

    /// <summary>The entries of a mapping whose keys are known (null: any name); unknown and repeated ones are reported.</summary>
    private IEnumerable<(string Key, int Line, ConfigNode Value)> EntriesOf(ConfigNode node, string owner, IReadOnlyList<string>? known)
    {
        if (node.Entries is null)
        {
            if (!node.IsEmpty)
                Report(node.Line, $"{owner} is {node.Shown} where keys with values are expected", "write 'key: value' lines below it");
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in node.Entries)
        {
            if (!seen.Add(entry.Key))
                Report(entry.Line, $"{ConfigNode.Quote(entry.Key)} stands twice", "keep one of them");
            else if (known?.Contains(entry.Key) ?? entry.Key.Length > 0)
                yield return entry;
            else
                Report(entry.Line, $"unknown key {ConfigNode.Quote(entry.Key)}", NearestHint(entry.Key, known ?? []));
        }
    }

    private List<string> Globs(string owner, ConfigNode node)
    {
        var globs = new List<string>();
        foreach (var item in Items(owner, node))
        {
            if (ConfigGlob.Refuse(item.Scalar!) is var (message, hint))
                Report(item.Line, $"{message} (in {owner})", hint);
            else
                globs.Add(item.Scalar!);
        }

        return globs;
    }

    private List<string> Words(ConfigNode node)
    {
        var words = new List<string>();
        foreach (var item in Items("words", node))
        {
            if (item.Scalar!.Any(char.IsLetterOrDigit))
                words.Add(item.Scalar!);
            else
                Report(item.Line, $"{item.Shown} is no word (in words)", "write a word, or words with spaces between them");
        }

        return words;
    }

    /// <summary>The items of a list of texts.</summary>
    private IEnumerable<ConfigNode> Items(string owner, ConfigNode node)
    {
        if (node.Items is null)
        {
            if (!node.IsEmpty)
                Report(node.Line, $"{owner} is {node.Shown} where a list is expected", "write '- item' lines below it");
            yield break;
        }

        if (node.Items.Count > MostItems)
            Report(node.Line, $"{owner} has {node.Items.Count} items", $"write at most {MostItems}; a folder's glob covers all that lies in it");
        foreach (var item in node.Items.Take(MostItems))
        {
            if (item.Scalar is { Length: > 0 })
                yield return item;
            else
                Report(item.Line, $"an item of {owner} is {item.Shown}", "write one text an item");
        }
    }

    private static bool IsOff(ConfigNode node) => !node.IsQuoted && node.Scalar is "off" or "Off" or "OFF" or "false";

    private static string NearestHint(string word, IEnumerable<string> known) => NearestWord.Of(word, known) is { } near
        ? $"did you mean '{near}'?"
        : $"known here are {string.Join(", ", known)}";

    private void Report(int line, string message, string hint) => _problems.Add(new ConfigProblem(_file, line, message, hint));
}
