using System.Text.Json;
using CodeSyncer.Core.Source;

namespace CodeSyncer.Core.Endpoints.Frameworks;

/// <summary>The rows of frameworks.json.</summary>
internal static class FrameworkCatalog
{
    private static readonly Lazy<List<Framework>> Rows = new(Read);
    private static readonly Lazy<ILookup<string, Framework>> ByLanguage = new(() =>
        Rows.Value.SelectMany(row => row.Languages.Select(language => (language, row))).ToLookup(pair => pair.language, pair => pair.row));

    private static readonly Lazy<HashSet<string>> Based = new(() => [.. Rows.Value.Where(row => row.IsBased).Select(row => row.Name)]);

    public static IReadOnlyList<Framework> All => Rows.Value;

    public static IEnumerable<Framework> Of(Language language) => ByLanguage.Value[language.Name];

    public static bool IsBased(string name) => Based.Value.Contains(name);

    private static List<Framework> Read()
    {
        var assembly = typeof(FrameworkCatalog).Assembly;
        using var stream = assembly.GetManifestResourceStream("CodeSyncer.Core.Endpoints.Frameworks.frameworks.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(Row)];
    }

    private static Framework Row(JsonElement row) => new()
    {
        Name = row.GetProperty("name").GetString()!,
        IsClient = Is(row, "client"),
        Languages = Words(row, "languages"),
        Marks = Words(row, "marks"),
        Makes = Words(row, "makes"),
        Types = Words(row, "types"),
        Names = Words(row, "names"),
        Verbs = Table(row, "verbs", value => value.GetString()!),
        Calls = Table(row, "calls", Signature),
        Chained = Table(row, "chained", Signature),
        PlainCalls = Table(row, "plain_calls", Signature),
        IsBased = Is(row, "based"),
        IsVerbBehind = Is(row, "verb_behind"),
        Groups = Table(row, "groups", Signature),
        Mounts = Table(row, "mounts", Signature),
        Path = row.TryGetProperty("path", out var path) ? Signature(path) : new Signature(),
        MinArguments = row.TryGetProperty("min_arguments", out var count) ? count.GetInt32() : 1,
        IsDecorator = Is(row, "decorator"),
        AnyReceiver = Is(row, "any_receiver"),
        OwnPrefix = Words(row, "own_prefix"),
        PrefixYields = Is(row, "prefix_yields"),
        MethodChain = Words(row, "method_chain"),
        FilePrefixes = Table(row, "file_prefixes", value => value.GetString()!),
        ClassPrefixes = Words(row, "class_prefixes"),
        Annotations = Table(row, "annotations", value => value.GetString()!),
        CallingClasses = Words(row, "calling_classes"),
        Stubs = Words(row, "stubs"),
        Serves = Words(row, "serves"),
    };

    private static Signature Signature(JsonElement value) => new()
    {
        At = value.TryGetProperty("at", out var at) ? at.GetInt32() : 0,
        Names = Words(value, "names"),
        Method = value.TryGetProperty("method", out var method) ? method.GetInt32() : -1,
        MethodNames = Words(value, "method_names"),
        Default = value.TryGetProperty("default", out var text) ? text.GetString()! : "ANY",
        Target = value.TryGetProperty("target", out var target) ? target.GetInt32() : -1,
        IsWhole = Is(value, "whole"),
        HoldsMethod = Is(value, "holds_method"),
        IsSubtree = Is(value, "subtree"),
    };

    private static bool Is(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.GetBoolean();

    private static string[] Words(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    private static Dictionary<string, T> Table<T>(JsonElement element, string name, Func<JsonElement, T> read) =>
        element.TryGetProperty(name, out var value) ? value.EnumerateObject().ToDictionary(entry => entry.Name, entry => read(entry.Value)) : [];
}
