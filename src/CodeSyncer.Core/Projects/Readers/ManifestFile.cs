using System.Xml.Linq;
using CodeSyncer.Core.Projects.Formats;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>A manifest and what could be read of it; never throws for what stands in it.</summary>
internal sealed class ManifestFile
{
    /// <summary>In characters. No manifest that people write comes near; what is longer costs every hook time.</summary>
    public const int MaxLength = 1 << 20;

    private ManifestValue? _root;
    private XElement? _xml;

    public ManifestFile(string path, string? text)
    {
        Path = path;
        Folder = RepositoryPath.FolderOf(path);
        Name = RepositoryPath.NameOf(path);
        Note = text switch
        {
            null => "the manifest cannot be read",
            { Length: > MaxLength } => "the manifest is too large to be read",
            _ => null,
        };
        Text = Note is null ? text!.TrimStart('\uFEFF') : "";
    }

    public string Path { get; }

    public string Folder { get; }

    public string Name { get; }

    public string Text { get; }

    /// <summary>What is wrong with it, or null.</summary>
    public string? Note { get; private set; }

    public ManifestValue Json() => _root ??= Keep(JsonFormat.Parse(Text));

    public ManifestValue Yaml() => _root ??= Keep(YamlFormat.Parse(Text));

    public ManifestValue Toml() => _root ??= Keep(TomlFormat.Parse(Text));

    /// <summary>The first element; an empty one when there is none.</summary>
    public XElement Xml()
    {
        if (_xml is not null)
            return _xml;
        var (root, broken) = XmlFormat.Parse(Text);
        if (broken)
            MarkBroken();
        return _xml = root ?? new XElement("Nothing");
    }

    public void MarkBroken() => Note ??= "the manifest is broken";

    private ManifestValue Keep(ParsedManifest parsed)
    {
        if (parsed.Broken)
            MarkBroken();
        return parsed.Root;
    }
}
