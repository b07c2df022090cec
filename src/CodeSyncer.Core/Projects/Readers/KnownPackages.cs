using System.Text.Json;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>The rows of <c>known-packages.json</c>: which dependencies people name when they describe a stack.</summary>
internal static class KnownPackages
{
    private static readonly Lazy<Dictionary<(Ecosystem, string), Row>> Rows = new(Load);

    /// <summary>A row: what people call a package, and whether its version belongs to the name.</summary>
    public sealed record Row(string Name, PackageRole Role, bool ShowsVersion);

    /// <summary>The row of a package; a name that ends in <c>*</c> in the table stands for all that begin so, the longest first.</summary>
    public static Row? Find(Ecosystem ecosystem, string package)
    {
        if (package.Length > 200)
            return null;
        var name = package.ToLowerInvariant();
        if (Rows.Value.TryGetValue((ecosystem, name), out var exact))
            return exact;
        for (var end = name.Length - 1; end > 2; end--)
        {
            if (name[end] is '.' or '-' or '/' or ':' && Rows.Value.TryGetValue((ecosystem, name[..(end + 1)] + '*'), out var row))
                return row;
        }

        return null;
    }

    private static Dictionary<(Ecosystem, string), Row> Load()
    {
        using var stream = typeof(KnownPackages).Assembly.GetManifestResourceStream("CodeSyncer.Core.Projects.Readers.known-packages.json")!;
        using var table = JsonDocument.Parse(stream);
        var rows = new Dictionary<(Ecosystem, string), Row>();
        foreach (var ecosystem in table.RootElement.EnumerateObject())
        {
            foreach (var role in ecosystem.Value.EnumerateObject())
            {
                foreach (var package in role.Value.EnumerateObject())
                    Add(rows, Enum.Parse<Ecosystem>(ecosystem.Name), Enum.Parse<PackageRole>(role.Name), package);
            }
        }

        return rows;
    }

    /// <summary>Major versions of frameworks say much, those of test tools and drivers only make churn.</summary>
    private static void Add(Dictionary<(Ecosystem, string), Row> rows, Ecosystem ecosystem, PackageRole role, JsonProperty package)
    {
        var row = new Row(package.Name, role, role == PackageRole.Framework);
        foreach (var name in package.Value.EnumerateArray())
            rows.Add((ecosystem, name.GetString()!), row);
    }
}
