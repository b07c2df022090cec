using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CodeSyncer.Core.Projects.Formats;

/// <summary>
/// The first document of a YAML file. An alias stands for the same value, never for a copy, so that a bomb of aliases stays
/// small; <c>&lt;&lt;</c> brings the members that a mapping lacks (https://yaml.org/type/merge.html).
/// </summary>
internal sealed class YamlFormat
{
    /// <summary>Members brought by all merge keys of a file; a bomb of merges ends here.</summary>
    private const int MaxMerged = 10_000;

    private readonly ManifestTreeBuilder _builder = new();
    private readonly Dictionary<AnchorName, ManifestValue> _anchors = [];
    private readonly Parser _parser;
    private int _merged;

    private YamlFormat(string text) => _parser = new Parser(new StringReader(text));

    public static ParsedManifest Parse(string text)
    {
        var yaml = new YamlFormat(text);
        try
        {
            yaml.ReadDocument();
            return new ParsedManifest(yaml._builder.Root, false);
        }
        catch (Exception error) when (error is YamlException or FormatException or InvalidOperationException or ArgumentException)
        {
            // The scanner of YamlDotNet throws the last two on some malformed input.
            return new ParsedManifest(yaml._builder.Root, true);
        }
    }

    private void ReadDocument()
    {
        while (_parser.MoveNext())
        {
            if (_parser.Current is NodeEvent)
            {
                ReadNode();
                return;
            }
        }
    }

    /// <summary>From the node's first event to its last; the depth is bounded by the builder.</summary>
    private void ReadNode()
    {
        switch (_parser.Current)
        {
            case MappingStart map:
                ReadMap(map);
                break;
            case SequenceStart list:
                _builder.OpenList();
                while (Next() is not SequenceEnd)
                    ReadNode();
                Keep(list.Anchor, _builder.Close());
                break;
            case Scalar scalar:
                var value = new ManifestValue(scalar.Value);
                _builder.Add(value);
                Keep(scalar.Anchor, value);
                break;
            case AnchorAlias alias:
                _builder.Add(_anchors.GetValueOrDefault(alias.Value, ManifestValue.None));
                break;
        }
    }

    private void ReadMap(MappingStart map)
    {
        _builder.OpenMap();
        while (Next() is not MappingEnd)
        {
            if (_parser.Current is not Scalar name)
                throw new FormatException("a mapping's key that is no text");
            _builder.Name(name.Value);
            Next();
            ReadNode();
        }

        var closed = _builder.Close();
        if (closed["<<"] is { Exists: true } merge)
            Merge(closed, merge.Members.Count > 0 ? [merge] : merge.Items);
        Keep(map.Anchor, closed);
    }

    private void Merge(ManifestValue into, IReadOnlyList<ManifestValue> sources)
    {
        foreach (var (name, value) in sources.SelectMany(source => source.Members))
        {
            if (++_merged > MaxMerged)
                throw new FormatException("too many merged members");
            into.AddMissing(name, value);
        }
    }

    private void Keep(AnchorName anchor, ManifestValue value)
    {
        if (!anchor.IsEmpty)
            _anchors[anchor] = value;
    }

    private ParsingEvent Next() =>
        _parser.MoveNext() ? _parser.Current! : throw new FormatException("the text ends within a value");
}
