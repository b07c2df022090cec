using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CodeSyncer.Core.Configuration;

/// <summary>
/// Reads the YAML of a configuration file into nodes. Only what a configuration needs: no anchors and aliases (a few
/// lines of them can stand for gigabytes), no tags, no deep nesting, one document.
/// </summary>
internal static class ConfigSyntax
{
    /// <summary>In characters; a configuration of people is far below it.</summary>
    public const int LongestFile = 256 * 1024;

    private const int DeepestNesting = 8;
    private const string QuoteHint = "put a text that begins with *, &, ! or [ in quotes";

    /// <summary>The root; null for an empty file.</summary>
    /// <exception cref="ConfigSyntaxException">The text is no YAML that a configuration may hold.</exception>
    public static ConfigNode? Read(string text)
    {
        if (text.Length > LongestFile)
            throw ConfigSyntaxException.TooLong();
        var control = text.AsSpan().IndexOfAnyInRange('\0', '\u0008');
        if (control >= 0)
            throw new ConfigSyntaxException(text.AsSpan(0, control).Count('\n') + 1, $"the file holds the control character \\x{(int)text[control]:x2}", "write it as YAML in UTF-8");
        var parser = new Parser(new StringReader(text));
        try
        {
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
            var message = char.ToLowerInvariant(error.Message[0]) + error.Message[1..].TrimEnd('.');
            throw new ConfigSyntaxException((int)error.Start.Line, $"this is no YAML: {message}", $"mend it there; {QuoteHint}");
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or OverflowException or IndexOutOfRangeException)
        {
            // The parser's own failure on odd escapes and tags; it has no place then but the last one it read.
            throw new ConfigSyntaxException(Line(parser), "this is no YAML from here on", $"mend it there; {QuoteHint}");
        }
    }

    private static ConfigNode ReadNode(Parser parser, int depth)
    {
        var line = Line(parser);
        if (depth > DeepestNesting)
            throw new ConfigSyntaxException(line, $"nested deeper than {DeepestNesting}", "a configuration needs no such depth");
        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
            throw new ConfigSyntaxException(line, "anchors and aliases are not read", $"write the value out; {QuoteHint}");
        if (parser.Current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } tag })
            throw new ConfigSyntaxException(line, $"{ConfigNode.Quote(tag.Value)} is a tag of YAML, which is not read", QuoteHint);
        if (parser.TryConsume<Scalar>(out var scalar))
            return new ConfigNode(line) { Scalar = scalar.Value, IsQuoted = scalar.Style is not ScalarStyle.Plain };
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
            var key = ReadNode(parser, depth + 1);
            if (key.Scalar is null)
                throw new ConfigSyntaxException(key.Line, "a key is not a word", "write 'key: value'");
            entries.Add((key.Scalar, key.Line, ReadNode(parser, depth + 1)));
        }

        return new ConfigNode(line) { Entries = entries };
    }

    private static int Line(Parser parser) => (int)(parser.Current?.Start.Line ?? 0);
}
