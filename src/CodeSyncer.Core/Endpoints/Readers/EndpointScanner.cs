using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using CodeSyncer.Core.Endpoints.Facts;
using CodeSyncer.Core.Endpoints.Frameworks;
using CodeSyncer.Core.Source;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>Reads what one file declares and calls. Comments and strings that are no paths do not count; tests and generated files are not read.</summary>
public static class EndpointScanner
{
    /// <summary>In bytes. Nobody writes a longer file of code by hand.</summary>
    private const int LargestSource = 1_000_000;

    /// <summary>Words of a text that stands for the beginning of a path, and which other files may use by its name.</summary>
    private static readonly string[] PathMarks = ["\"/api", "'/api", "`/api", "\"http://", "'http://", "`http://", "\"https://", "'https://", "`https://", "(\"/", "('/", "(`/", "(f\"/", "(f'/", "($\"/", "($\"{", ", \"/", ", '/", ", `/", "=\"/", "='/", ": '/", ": \"/", "setGlobalPrefix", "Interceptor"];

    /// <summary>Calls of functions that may hand a path on; in other languages these words are in every file.</summary>
    private static readonly string[] ScriptMarks = [".get('", ".get(\"", ".get(`", ".post('", ".post(\"", ".post(`", ".put('", ".put(\"", ".put(`", ".patch(", ".delete('", ".delete(\"", ".delete(`", ".query('", ".query(\""];

    private static readonly string[] TestFolders = ["test", "tests", "__tests__", "__mocks__", "spec", "specs", "e2e", "fixtures", "__fixtures__", "testdata", "mocks", "cypress", "androidTest", "node_modules", "vendor", "dist", "build", "bin", "obj", "generated", "__generated__", "third_party", "site-packages", "migrations", "stories"];

    private static readonly ConcurrentDictionary<string, SearchValues<string>> Marks = new(StringComparer.Ordinal);

    /// <summary>Whether a file can hold anything of interest: by its name, then by a search for the words of its language's frameworks.</summary>
    public static bool MayHold(string path, ReadOnlySpan<byte> content)
    {
        if (OpenApiReader.MayBeOne(path, content))
            return true;
        if (content.Length > LargestSource || LanguageCatalog.ForPath(path) is not { } language)
            return false;
        if (language.Name is "Protocol Buffers")
            return content.IndexOf("service"u8) >= 0;
        if (language.Name is "GraphQL")
            return true;
        if (language.Name is "YAML" or "Properties" or "INI")
            return content.IndexOf("context-path"u8) >= 0;
        if (IsRow(path, language))
            return true;
        return FrameworkCatalog.Of(language).Any() && Holds(content, language.Name);
    }

    /// <summary>Whether files of this name are read at all.</summary>
    public static bool IsRead(string path) => !IsTest(path) && (LanguageCatalog.ForPath(path) is { } language
        && (language.Name is "Protocol Buffers" or "GraphQL" or "JSON" or "YAML" or "Properties" or "INI" || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || IsRow(path, language) || FrameworkCatalog.Of(language).Any())
        || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase));

    /// <param name="path">Relative to the root of the repository, with <c>/</c>: some frameworks put the route into it.</param>
    public static FileFacts Scan(string path, ReadOnlySpan<byte> content)
    {
        if (!IsRead(path) || !MayHold(path, content) || !SourceText.TryDecode(content, out var text))
            return FileFacts.None;
        if (OpenApiReader.MayBeOne(path, content) && OpenApiReader.Read(path, text) is { IsEmpty: false } described)
            return described;
        try
        {
            return Read(path, text);
        }
        catch (InsufficientExecutionStackException)
        {
            return new FileFacts { Problem = "its endpoints are not read: its brackets are nested too deep" };
        }
        catch (Exception error) when (error is ArgumentException or IndexOutOfRangeException or InvalidOperationException or NullReferenceException)
        {
            // One strange file must not take the answer away from all others; that it was not read is said.
            return new FileFacts { Problem = $"its endpoints could not be read ({error.GetType().Name}): this is our mistake, please report it" };
        }
    }

    private static FileFacts Read(string path, string text)
    {
        if (LanguageCatalog.ForPath(path) is not { } language || IsGenerated(text))
            return FileFacts.None;
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (language.Name is "YAML" or "Properties" or "INI")
            return ServletPrefix(name, text);
        if (language.Name is "JSON")
            return FileFacts.None;
        var facts = new FactList();
        var code = new Code(path, text, language);
        switch (language.Name)
        {
            case "Protocol Buffers":
                ProtoReader.Read(code, facts);
                return facts.ToFacts();
            case "GraphQL":
                GraphQlReader.Read(code, facts);
                return facts.ToFacts();
            case "Ruby":
                RailsReader.Read(code, facts);
                return facts.ToFacts();
        }

        var frameworks = FrameworkCatalog.Of(language).Where(framework => framework.Marks.Any(mark => text.Contains(mark, StringComparison.Ordinal))).ToList();
        ImportReader.Read(code, facts);
        if (code.IsPython)
            DjangoReader.Read(code, facts);
        if (NextReader.PathOf(path) is { } served)
            NextReader.Read(code, served, facts);
        AnnotationReader.Read(code, frameworks, facts);
        CallReader.Read(code, frameworks, facts);
        GrpcReader.Read(code, frameworks, facts);
        if (frameworks.Exists(framework => framework.Name == GraphQlReader.Name))
            GraphQlReader.ReadTexts(code, facts);
        GlobalPrefix.Read(code, facts);
        return facts.ToFacts();
    }

    private static bool IsRow(string path, Language language) => language.Name switch
    {
        "Ruby" => RailsReader.IsRoutes(path),
        "Python" => path.EndsWith("urls.py", StringComparison.Ordinal) || path.EndsWith("routers.py", StringComparison.Ordinal) || path.EndsWith("router.py", StringComparison.Ordinal),
        "JavaScript" or "TypeScript" or "TSX" => NextReader.PathOf(path) is not null,
        _ => false,
    };

    /// <summary>One search for all words at once; they are ASCII, so that bytes may be looked at as letters of Latin 1.</summary>
    private static bool Holds(ReadOnlySpan<byte> content, string language)
    {
        var marks = Marks.GetOrAdd(language, name => SearchValues.Create([.. FrameworkCatalog.All.Where(row => row.Languages.Contains(name)).SelectMany(row => row.Marks).Concat(PathMarks).Concat(name is "JavaScript" or "TypeScript" or "TSX" or "Vue" or "Svelte" or "Dart" ? ScriptMarks : []).Distinct()], StringComparison.Ordinal));
        var letters = ArrayPool<char>.Shared.Rent(content.Length);
        try
        {
            var length = Encoding.Latin1.GetChars(content, letters);
            return letters.AsSpan(0, length).ContainsAny(marks);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(letters);
        }
    }

    private static bool IsTest(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (name.Contains(".test.", StringComparison.Ordinal) || name.Contains(".spec.", StringComparison.Ordinal) || name.Contains(".min.", StringComparison.Ordinal) || name.Contains(".stories.", StringComparison.Ordinal)
            || name.EndsWith("_test.go", StringComparison.Ordinal) || name.EndsWith("_test.py", StringComparison.Ordinal) || name.StartsWith("test_", StringComparison.Ordinal) || name is "conftest.py"
            || name.EndsWith(".g.dart", StringComparison.Ordinal) || name.EndsWith(".g.cs", StringComparison.Ordinal) || name.EndsWith(".pb.go", StringComparison.Ordinal) || name.EndsWith("_pb2.py", StringComparison.Ordinal)
            || name.Contains("Test.", StringComparison.Ordinal) || name.Contains("Tests.", StringComparison.Ordinal))
            return true;
        var start = 0;
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', start))
        {
            foreach (var folder in TestFolders)
            {
                if (path.AsSpan(start, end - start).Equals(folder, StringComparison.Ordinal))
                    return true;
            }

            start = end + 1;
        }

        return false;
    }

    /// <summary>As generators announce it in the first lines.</summary>
    private static bool IsGenerated(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 1000));
        return head.Contains("@generated", StringComparison.Ordinal) || head.Contains("<auto-generated", StringComparison.OrdinalIgnoreCase)
            || (head.Contains("generated", StringComparison.OrdinalIgnoreCase) && (head.Contains("do not edit", StringComparison.OrdinalIgnoreCase) || head.Contains("do not modify", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>
    /// Spring Boot, "server.servlet.context-path": in front of every route of the application. In a file that is called otherwise than
    /// <c>application</c> it is that of the application of the file's name (Spring Cloud Config).
    /// </summary>
    private static FileFacts ServletPrefix(string name, string text)
    {
        var symbol = name.StartsWith("application", StringComparison.Ordinal) || name.StartsWith("bootstrap", StringComparison.Ordinal) ? "Spring" : $"Spring@{name[..name.IndexOf('.')]}";
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var at = line.IndexOf("context-path", StringComparison.Ordinal);
            if (at < 0 || line.TrimStart().StartsWith("#"))
                continue;
            var value = line[(at + "context-path".Length)..].Trim(" :=\t\"'").ToString();
            if (value.StartsWith('/') && !value.Contains('$'))
                return new FileFacts { Prefixes = [(symbol, value)] };
        }

        return FileFacts.None;
    }
}
