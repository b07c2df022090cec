using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CodeSyncer.Core.Configuration;

/// <summary>
/// Reads the YAML of a configuration file into nodes. Only what a configuration needs: no anchors and aliases (a few
/// lines of them can stand for gigabytes), no deep nesting, one document.
/// </summary>
internal static class ConfigSyntax
{
    /// <summary>In characters; a configuration of people is far below it.</summary>
    private const int LongestFile = 256 * 1024;

    private const int DeepestNesting = 8;

    /// <summary>The root; null for an empty file.</summary>
    /// <exception cref="ConfigSyntaxException">The text is no YAML that a configuration may hold.</exception>
    public static ConfigNode? Read(string text)
    {
        if (text.Length > LongestFile)
            throw new ConfigSyntaxException(0, $"the file is longer than {LongestFile / 1024} KB", "a configuration holds a few lines: move the rest away");
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new ConfigSyntaxException(0, "the file is binary", "write it as YAML in UTF-8");
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return null;
            parser.Consume<DocumentStart>();
            var root = ReadNode(parser, 0);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
                throw new ConfigSyntaxException(Line(parser), "a second document begins", "keep one document in the file");
            return root;
        }
        catch (YamlException error)
        {
            throw new ConfigSyntaxException((int)error.Start.Line, error.Message.TrimEnd('.'), "mend the YAML there");
        }
    }

    private static ConfigNode ReadNode(Parser parser, int depth)
    {
        var line = Line(parser);
        if (depth > DeepestNesting)
            throw new ConfigSyntaxException(line, $"nested deeper than {DeepestNesting}", "a configuration needs no such depth");
        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
            throw new ConfigSyntaxException(line, "anchors and aliases are not read", "write the value out");
        if (parser.TryConsume<Scalar>(out var scalar))
            return new ConfigNode(line) { Scalar = scalar.Value };
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<ConfigNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(ReadNode(parser, depth + 1));
            return new ConfigNode(line) { Items = items };
        }

        parser.Consume<MappingStart>();
        var entries = new List<(string, int, ConfigNode)>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyLine = Line(parser);
            if (!parser.TryConsume<Scalar>(out var key))
                throw new ConfigSyntaxException(keyLine, "a key is not a word", "write 'key: value'");
            entries.Add((key.Value, keyLine, ReadNode(parser, depth + 1)));
        }

        return new ConfigNode(line) { Entries = entries };
    }

    private static int Line(Parser parser) => (int)(parser.Current?.Start.Line ?? 0);
}
