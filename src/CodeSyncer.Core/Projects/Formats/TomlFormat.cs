using Tomlyn;
using Tomlyn.Parsing;

namespace CodeSyncer.Core.Projects.Formats;

/// <summary>TOML; of its values only text, truth and whole numbers are kept: no manifest says more that matters here.</summary>
internal static class TomlFormat
{
    public static ParsedManifest Parse(string text)
    {
        var builder = new ManifestTreeBuilder();
        try
        {
            var parser = TomlParser.Create(text);
            while (parser.MoveNext())
                Take(parser, builder);
            return new ParsedManifest(builder.Root, false);
        }
        catch (Exception error) when (error is TomlException or FormatException or ArgumentException or InvalidOperationException)
        {
            // Tomlyn throws the last two for escapes that name no character.
            return new ParsedManifest(builder.Root, true);
        }
    }

    private static void Take(TomlParser parser, ManifestTreeBuilder builder)
    {
        var current = parser.Current;
        switch (current.Kind)
        {
            case TomlParseEventKind.StartTable or TomlParseEventKind.StartArray when builder.Reopen():
                break;
            case TomlParseEventKind.StartTable:
                builder.OpenMap();
                break;
            case TomlParseEventKind.StartArray:
                builder.OpenList();
                break;
            case TomlParseEventKind.EndTable or TomlParseEventKind.EndArray:
                builder.Close();
                break;
            case TomlParseEventKind.PropertyName:
                builder.Name(parser.GetPropertyName());
                break;
            case TomlParseEventKind.String:
                builder.Add(new ManifestValue(parser.GetString()));
                break;
            case TomlParseEventKind.Boolean:
                builder.Add(new ManifestValue(current.GetBoolean() ? "true" : "false"));
                break;
            case TomlParseEventKind.Integer:
                builder.Add(new ManifestValue(current.GetInt64().ToString()));
                break;
            case TomlParseEventKind.Float or TomlParseEventKind.DateTime:
                builder.Add(ManifestValue.None);
                break;
        }
    }
}
