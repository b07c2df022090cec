using System.Text;
using System.Text.Json;

namespace CodeSyncer.Core.Projects.Formats;

/// <summary>JSON as tools take it: comments and trailing commas are allowed.</summary>
internal static class JsonFormat
{
    public static ParsedManifest Parse(string text)
    {
        var builder = new ManifestTreeBuilder();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = ManifestTreeBuilder.MaxDepth,
        });
        try
        {
            while (reader.Read())
                Take(ref reader, builder);
            return new ParsedManifest(builder.Root, false);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            // InvalidOperationException: GetString, of text that is no valid UTF-16.
            return new ParsedManifest(builder.Root, true);
        }
    }

    private static void Take(ref Utf8JsonReader reader, ManifestTreeBuilder builder)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                builder.OpenMap();
                break;
            case JsonTokenType.StartArray:
                builder.OpenList();
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                builder.Close();
                break;
            case JsonTokenType.PropertyName:
                builder.Name(reader.GetString()!);
                break;
            case JsonTokenType.String:
                builder.Add(new ManifestValue(reader.GetString()!));
                break;
            case JsonTokenType.Null:
                builder.Add(ManifestValue.None);
                break;
            default:
                builder.Add(new ManifestValue(Encoding.UTF8.GetString(reader.ValueSpan)));
                break;
        }
    }
}
