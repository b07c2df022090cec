namespace CodeSyncer.Core.Configuration;

/// <summary>
/// Lays a configuration file over the settings so far. What is wrong in it is reported with its line and the nearest
/// known word, and changes nothing. Nothing in a configuration names a command or leads out of the repository.
/// </summary>
public sealed class SettingsParser
{
    private const int FewestCharacters = 500;
    private const int MostCharacters = 100_000;
    private const int MostDays = 3650;
    private const int MostSaves = 10_000;

    private static readonly string[] Keys = ["exclude", "lint", "critical_topics", "protected_paths", "prime", "work"];

    /// <summary>Keys that name commands: towns read them, of the user's own file only.</summary>
    private static readonly string[] CommandKeys = ["agents", "gates"];
    private static readonly string[] Severities = ["off", "info", "warning", "error"];

    private readonly ConfigReader _reader;
    private readonly string[] _keys;
    private Settings _settings;

    private SettingsParser(string file, Settings settings, bool isPersonal)
    {
        _reader = new ConfigReader(file);
        _settings = settings;
        _keys = isPersonal ? [.. Keys, .. CommandKeys] : Keys;
    }

    /// <param name="file">As problems show it to people.</param>
    /// <param name="text">The content; a byte order mark at its start is skipped.</param>
    /// <param name="before">The settings that this file is laid over.</param>
    /// <param name="isPersonal">It is the user's own file, which may name commands.</param>
    public static (Settings Settings, IReadOnlyList<ConfigProblem> Problems) Parse(string file, string text, Settings before, bool isPersonal = false)
    {
        var parser = new SettingsParser(file, before, isPersonal);
        try
        {
            if (ConfigSyntax.Read(text.TrimStart('\uFEFF')) is { IsEmpty: false } root)
                parser.ReadRoot(root);
        }
        catch (ConfigSyntaxException error)
        {
            parser._reader.Report(error.Line, error.Message, error.Hint);
        }

        return (parser._settings, parser._reader.Problems);
    }

    /// <summary>For a file that is too long to be read at all.</summary>
    public static ConfigProblem TooLong(string file)
    {
        var error = ConfigSyntaxException.TooLong();
        return new ConfigProblem(file, error.Line, error.Message, error.Hint);
    }

    private void ReadRoot(ConfigNode root)
    {
        foreach (var (key, _, value) in _reader.Entries(root, "the configuration", _keys))
        {
            switch (key)
            {
                case "agents" or "gates":
                    break;
                case "exclude":
                    _settings = _settings with { Exclude = [.. _settings.Exclude, .. _reader.Globs(key, value)] };
                    break;
                case "lint":
                    ReadLint(value);
                    break;
                case "critical_topics":
                    ReadTopics(value);
                    break;
                case "protected_paths":
                    _settings = _settings with { ProtectedPaths = [.. _settings.ProtectedPaths, .. ReadProtected(key, value)] };
                    break;
                case "prime":
                    ReadPrime(value);
                    break;
                default:
                    _settings = _settings with { Work = ReadWork(value) };
                    break;
            }
        }
    }

    private void ReadLint(ConfigNode node)
    {
        var lint = new Dictionary<string, LintSeverity>(_settings.Lint);
        foreach (var (rule, _, value) in _reader.Entries(node, "lint", LintRuleId.All))
        {
            var word = ConfigReader.IsOff(value) ? "off" : value.Scalar?.ToLowerInvariant();
            var severity = Array.IndexOf(Severities, word);
            if (severity >= 0)
                lint[rule] = (LintSeverity)severity;
            else
                _reader.Report(value.Line, $"lint: {rule} is {value.Shown}", "choose off, info, warning or error");
        }

        _settings = _settings with { Lint = lint };
    }

    private void ReadTopics(ConfigNode node)
    {
        var topics = _settings.CriticalTopics.ToList();
        foreach (var (name, line, value) in _reader.Entries(node, "critical_topics", null))
        {
            if (ConfigReader.IsOff(value))
            {
                if (topics.RemoveAll(known => known.Name == name) == 0)
                    _reader.Report(line, $"there is no critical topic {ConfigNode.Quote(name)} to switch off", ConfigReader.NearestHint(name, topics.Select(topic => topic.Name)));
                continue;
            }

            var topic = ReadTopic(name, value);
            if (topic.Words.Count + topic.PromptWords.Count + topic.Paths.Count == 0)
                _reader.Report(line, $"the critical topic {ConfigNode.Quote(name)} holds neither words nor paths", $"name some, or write '{name}: off' to switch it off");
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
        foreach (var (key, _, list) in _reader.Entries(node, name, ["words", "prompt_words", "not_words", "paths"]))
        {
            topic = key switch
            {
                "words" => topic with { Words = _reader.Words(key, list) },
                "prompt_words" => topic with { PromptWords = _reader.Words(key, list) },
                "not_words" => topic with { NotWords = _reader.Words(key, list) },
                _ => topic with { Paths = _reader.Globs(key, list) },
            };
        }

        return topic;
    }

    /// <summary>A list of globs, each alone or as <c>path</c> with its <c>reason</c>; or globs as keys with their reasons.</summary>
    private IEnumerable<ProtectedPath> ReadProtected(string owner, ConfigNode node)
    {
        if (node.Entries is not null)
        {
            foreach (var (glob, line, value) in _reader.Entries(node, owner, null))
            {
                if (_reader.IsGlob(owner, line, glob))
                    yield return new ProtectedPath(glob, ReadReason(value));
            }

            yield break;
        }

        foreach (var item in _reader.Items(owner, node))
        {
            if ((item.Entries is null ? ReadBare(owner, item) : ReadWithReason(owner, item)) is { } read)
                yield return read;
        }
    }

    private ProtectedPath? ReadBare(string owner, ConfigNode item)
    {
        if (item.Scalar is { Length: > 0 } glob)
            return _reader.IsGlob(owner, item.Line, glob) ? new ProtectedPath(glob) : null;
        _reader.Report(item.Line, $"an item of {owner} is {item.Shown}", "write a glob, or 'path: GLOB' and 'reason: TEXT'");
        return null;
    }

    private ProtectedPath? ReadWithReason(string owner, ConfigNode item)
    {
        string? glob = null, reason = null;
        foreach (var (key, _, value) in _reader.Entries(item, $"an item of {owner}", ["path", "reason"]))
        {
            if (key == "reason")
                reason = ReadReason(value);
            else
                glob = value.Scalar;
        }

        if (glob is { Length: > 0 })
            return _reader.IsGlob(owner, item.Line, glob) ? new ProtectedPath(glob, reason) : null;
        _reader.Report(item.Line, $"an item of {owner} names no path", "write 'path: GLOB', with 'reason: TEXT' below it");
        return null;
    }

    private string? ReadReason(ConfigNode value)
    {
        if (value.Scalar is null)
            _reader.Report(value.Line, $"a reason is {value.Shown}", "write one text");
        return string.IsNullOrWhiteSpace(value.Scalar) ? null : value.Scalar.Trim();
    }

    private void ReadPrime(ConfigNode node)
    {
        foreach (var (key, _, value) in _reader.Entries(node, "prime", ["max_characters"]))
        {
            if (_reader.Number(key, value, FewestCharacters, MostCharacters) is { } number)
                _settings = _settings with { PrimeMaxCharacters = number };
        }
    }

    private WorkSettings ReadWork(ConfigNode node)
    {
        var work = _settings.Work;
        foreach (var (key, _, value) in _reader.Entries(node, "work", ["max_file", "max_save", "keep_days", "keep_saves", "secrets"]))
        {
            work = key switch
            {
                "max_file" => work with { MaxFile = _reader.Size(key, value) ?? work.MaxFile },
                "max_save" => work with { MaxSave = _reader.Size(key, value) ?? work.MaxSave },
                "keep_days" => work with { KeepDays = _reader.Number(key, value, 1, MostDays) ?? work.KeepDays },
                "keep_saves" => work with { KeepSaves = _reader.Number(key, value, 1, MostSaves) ?? work.KeepSaves },
                _ => work with { Secrets = [.. work.Secrets, .. _reader.Globs(key, value)] },
            };
        }

        return work;
    }
}
