namespace CodeSyncer.Core.Projects.Readers;

/// <summary>The well-known ones among the dependencies of a manifest.</summary>
internal sealed class PackageSet(Ecosystem ecosystem)
{
    private readonly SortedDictionary<string, KnownPackage> _packages = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<KnownPackage> Sorted => [.. _packages.Values];

    public bool Has(string name) => _packages.ContainsKey(name);

    public bool HasRole(PackageRole role) => _packages.Values.Any(package => package.Role == role);

    /// <summary>A framework that the manifest names in another way than as a dependency.</summary>
    public void AddFramework(string name) => _packages.TryAdd(name, new KnownPackage(name, null, PackageRole.Framework));

    /// <summary>Takes a dependency if it is well known.</summary>
    /// <param name="version">As the manifest says it, a range or anything else, or null.</param>
    public void Add(string package, string? version)
    {
        if (KnownPackages.Find(ecosystem, package) is not { } known)
            return;
        var major = known.ShowsVersion ? VersionText.Major(version) : null;
        // Several packages make one framework, and not each has its version.
        if (!_packages.TryGetValue(known.Name, out var before) || string.CompareOrdinal(before.Version, major) < 0)
            _packages[known.Name] = new KnownPackage(known.Name, major, known.Role);
    }
}
