using System.Globalization;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Configuration;

/// <summary>Takes values out of the nodes of one file. What is not as expected is reported with its line and left out.</summary>
/// <param name="file">As problems show it to people.</param>
internal sealed class ConfigReader(string file)
{
    /// <summary>More than people write; it keeps the cost of a hook bounded for hostile files.</summary>
    private const int MostItems = 1000;

    private static readonly (string Suffix, int Shift)[] Units = [("KB", 10), ("MB", 20), ("GB", 30), ("", 0)];

    private readonly List<ConfigProblem> _problems = [];

    public IReadOnlyList<ConfigProblem> Problems => _problems;

    public void Report(int line, string message, string hint) => _problems.Add(new ConfigProblem(file, line, message, hint));

    /// <summary>The entries of a mapping whose keys are known (null: any name); unknown and repeated ones are reported.</summary>
    public IEnumerable<(string Key, int Line, ConfigNode Value)> Entries(ConfigNode node, string owner, IReadOnlyList<string>? known)
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

    /// <summary>The items of a list; a list beyond all measure is reported and cut.</summary>
    public IEnumerable<ConfigNode> Items(string owner, ConfigNode node)
    {
        if (node.Items is null)
        {
            if (!node.IsEmpty)
                Report(node.Line, $"{owner} is {node.Shown} where a list is expected", "write '- item' lines below it");
            return [];
        }

        if (node.Items.Count > MostItems)
            Report(node.Line, $"{owner} has {node.Items.Count} items", $"write at most {MostItems}; a folder's glob covers all that lies in it");
        return node.Items.Take(MostItems);
    }

    /// <summary>The items of a list of texts.</summary>
    public IEnumerable<ConfigNode> Texts(string owner, ConfigNode node)
    {
        foreach (var item in Items(owner, node))
        {
            if (item.Scalar is { Length: > 0 })
                yield return item;
            else
                Report(item.Line, $"an item of {owner} is {item.Shown}", "write one text an item");
        }
    }

    public List<string> Globs(string owner, ConfigNode node) =>
        [.. Texts(owner, node).Where(item => IsGlob(owner, item.Line, item.Scalar!)).Select(item => item.Scalar!)];

    public bool IsGlob(string owner, int line, string text)
    {
        if (ConfigGlob.Refuse(text) is not var (message, hint))
            return true;
        Report(line, $"{message} (in {owner})", hint);
        return false;
    }

    /// <summary>Words and phrases: texts with at least one letter or digit.</summary>
    public List<string> Words(string owner, ConfigNode node)
    {
        var words = new List<string>();
        foreach (var item in Texts(owner, node))
        {
            if (item.Scalar!.Any(char.IsLetterOrDigit))
                words.Add(item.Scalar!);
            else
                Report(item.Line, $"{item.Shown} is no word (in {owner})", "write a word, or words with spaces between them");
        }

        return words;
    }

    /// <summary>A whole number within bounds, or null.</summary>
    public int? Number(string key, ConfigNode value, int least, int most)
    {
        if (!value.IsQuoted && int.TryParse(value.Scalar, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Report(value.Line, $"{key} is {value.Shown}", $"write a whole number from {least} to {most}, without quotes");
        return null;
    }

    /// <summary>Bytes: a whole number, alone or with KB, MB or GB (powers of 1024) after it, from 1 KB to 100 GB; or null.</summary>
    public long? Size(string key, ConfigNode value)
    {
        const long least = 1L << 10, most = 100L << 30;
        var text = value.Scalar ?? "";
        var (suffix, shift) = Units.First(unit => text.EndsWith(unit.Suffix, StringComparison.OrdinalIgnoreCase));
        if (long.TryParse(text.AsSpan(0, text.Length - suffix.Length).TrimEnd(' '), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= most >> shift && number << shift >= least)
            return number << shift;
        Report(value.Line, $"{key} is {value.Shown}", "write a size from 1 KB to 100 GB, such as 500 KB, 50 MB or 2 GB");
        return null;
    }

    /// <summary>Whether something is switched off. Editors of YAML 1.1 write "off" as false.</summary>
    public static bool IsOff(ConfigNode node) => !node.IsQuoted && node.Scalar is "off" or "Off" or "OFF" or "false";

    public static string NearestHint(string word, IEnumerable<string> known) => NearestWord.Of(word, known) is { } near
        ? $"did you mean '{near}'?"
        : $"known here are {string.Join(", ", known)}";
}
