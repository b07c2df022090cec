using System.Text;
using CodeSyncer.Core.Endpoints.Facts;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>Reads OpenAPI 2 (Swagger) to 3.2, JSON or YAML. The library says what is offered; the line is looked up in the text.</summary>
internal static class OpenApiReader
{
    public const string Name = "OpenAPI";

    /// <summary>In characters. A larger description is made by a machine, and takes seconds and hundreds of megabytes to read.</summary>
    public const int LargestText = 8_000_000;

    public static bool MayBeOne(string path, ReadOnlySpan<byte> content)
    {
        var isFormat = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
        if (!isFormat)
            return false;
        var start = content[..Math.Min(content.Length, 4096)];
        return start.IndexOf("openapi"u8) >= 0 || start.IndexOf("swagger"u8) >= 0;
    }

    public static FileFacts Read(string path, string text)
    {
        if (!Declares(text))
            return FileFacts.None;
        if (text.Length > LargestText)
            return new FileFacts { Problem = $"the OpenAPI description is larger than {LargestText / 1_000_000} million characters and is not read" };
        var isJson = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        try
        {
            var settings = new OpenApiReaderSettings { LoadExternalRefs = false };
            settings.AddYamlReader();
            var document = OpenApiDocument.Parse(text, isJson ? OpenApiConstants.Json : OpenApiConstants.Yaml, settings).Document;
            return document is null ? Broken("nothing in it can be read") : new FileFacts { Routes = Routes(document, text) };
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Whatever a reader of hostile text throws: the file is broken, and nothing else is.
            return Broken(error.Message.ReplaceLineEndings(" "));
        }
    }

    private static FileFacts Broken(string why) => new() { Problem = $"the OpenAPI description is broken: {why}" };

    private static bool Declares(string text)
    {
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, 4096)).EnumerateLines())
        {
            var bare = line.TrimStart(" \t{\"'");
            if (bare.StartsWith("openapi") || bare.StartsWith("swagger"))
            {
                var rest = bare[7..].TrimStart("\"' ");
                if (rest.StartsWith(":"))
                    return true;
            }
        }

        return false;
    }

    private static List<RouteFact> Routes(OpenApiDocument document, string text)
    {
        var routes = new List<RouteFact>();
        var prefix = BasePath(document);
        var lines = Lines(text);
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, operation) in item.Operations ?? [])
            {
                routes.Add(new RouteFact(Name, method.Method.ToUpperInvariant(), prefix + path, "", LineOf(lines, path, method.Method),
                    TypeOf(operation.RequestBody?.Content), TypeOf(operation.Responses?.FirstOrDefault(answer => answer.Key.StartsWith('2')).Value?.Content)));
            }
        }

        return routes;
    }

    /// <summary>The path of the first server, with the defaults of its variables.</summary>
    private static string BasePath(OpenApiDocument document)
    {
        var server = document.Servers?.FirstOrDefault();
        var url = server?.Url ?? "";
        foreach (var (name, variable) in server?.Variables ?? new Dictionary<string, OpenApiServerVariable>())
            url = url.Replace($"{{{name}}}", variable.Default, StringComparison.Ordinal);
        var start = url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? url.IndexOf('/', scheme + 3) : url.StartsWith('/') ? 0 : -1;
        return start < 0 || url.Contains('{') ? "" : url[start..].TrimEnd('/');
    }

    private static string? TypeOf(IDictionary<string, IOpenApiMediaType>? content) => content?.Values.Select(media => NameOf(media.Schema)).FirstOrDefault(name => name is not null);

    private static string? NameOf(IOpenApiSchema? schema) => schema switch
    {
        OpenApiSchemaReference reference => reference.Reference.Id,
        { Type: JsonSchemaType.Array, Items: { } items } => NameOf(items) is { } item ? item + "[]" : null,
        _ => null,
    };

    private static List<(string Text, int Indent)> Lines(string text)
    {
        var lines = new List<(string, int)>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var bare = line.TrimStart();
            var key = bare.IndexOf(':') >= 0 || bare.Length > 0 && bare[0] == '"' ? KeyOf(bare) : "";
            lines.Add((key, line.Length - bare.Length));
        }

        return lines;
    }

    private static string KeyOf(ReadOnlySpan<char> line)
    {
        var key = new StringBuilder();
        var quote = line[0] is '"' or '\'' ? line[0] : '\0';
        for (var i = quote == 0 ? 0 : 1; i < line.Length && key.Length < 500; i++)
        {
            if (quote != 0 ? line[i] == quote : line[i] == ':' && (i + 1 == line.Length || line[i + 1] == ' '))
                break;
            if (line[i] == '\\' && i + 1 < line.Length)
                i++;
            key.Append(line[i]);
        }

        return key.ToString();
    }

    private static int LineOf(List<(string Text, int Indent)> lines, string path, string method)
    {
        var at = lines.FindIndex(line => line.Text == path);
        if (at < 0)
            return 1;
        for (var i = at + 1; i < lines.Count && (lines[i].Text.Length == 0 || lines[i].Indent > lines[at].Indent); i++)
        {
            if (lines[i].Text.Equals(method, StringComparison.OrdinalIgnoreCase))
                return i + 1;
        }

        return at + 1;
    }
}
