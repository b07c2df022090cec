using CodeSyncer.Core.Endpoints.Facts;

namespace CodeSyncer.Core.Endpoints.Compose;

/// <content>What stands before the path of a route: routers around it, classes, the whole application.</content>
public sealed partial class EndpointComposer
{
    /// <summary>All prefixes that a router is served under; null: one that is known at run time only.</summary>
    private List<string?> PrefixesOf(int file, string symbol, int depth)
    {
        if (_prefixes.TryGetValue((file, symbol), out var known))
            return known;
        if (depth > LongestChain)
            return [""];
        // Against circles of routers that mount each other.
        _prefixes[(file, symbol)] = [""];
        var isOfProject = symbol is "NestJS" or "Spring";
        string?[] own = isOfProject
            ? [.. _ofProject[(_projectOf(_files[file].Path), symbol)].Concat(Configured(symbol, _projectOf(_files[file].Path))).Take(1)]
            : [.. _files[file].Facts.Prefixes.Where(prefix => prefix.Symbol == symbol).Select(prefix => prefix.Prefix).Take(1)];
        var all = new List<string?>();
        foreach (var (parentFile, parent, mount) in _parents.GetValueOrDefault((file, symbol)) ?? [])
        {
            foreach (var outer in PrefixesOf(parentFile, parent, depth + 1))
            {
                var joined = outer is null || mount is null ? null : Join(outer, Filled(parentFile, mount, 0));
                all.Add(own.Length == 0 ? joined : joined is null || own[0] is null ? null
                    : own[0]!.StartsWith('!') ? (mount!.Length > 0 ? joined : Join(outer!, Filled(file, own[0]![1..], 0))) : Join(joined, Filled(file, own[0]!, 0)));
            }
        }

        if (all.Count == 0)
            all.Add(own.Length == 0 ? "" : own[0] is null ? null : Filled(file, own[0]!.TrimStart('!'), 0));
        return _prefixes[(file, symbol)] = [.. all.Distinct().Take(MostPlaces)];
    }

    /// <summary>The prefixes of the class that a controller inherits from, with its own name in them; null: it inherits none.</summary>
    private IEnumerable<(string? Prefix, string? Path)>? Inherited(int file, RouteFact route)
    {
        if (route.Router.IndexOf(RouteFact.Inherited, StringComparison.Ordinal) is not (> 0 and var at))
            return null;
        var parts = route.Router[(at + RouteFact.Inherited.Length)..].Split(':');
        var outer = PrefixesOf(file, route.Router[..at], 0);
        var of = _ofProject[(_projectOf(_files[file].Path), RouteFact.Inherited + parts[0])].Distinct().Take(MostPlaces).ToList();
        if (of.Count == 0)
            return outer.Select(prefix => (prefix, route.Path));
        // What would be served by convention has a path by the class.
        var path = parts[2].Length > 0 ? "" : route.Path;
        return outer.SelectMany(before => of.Select(own => (before is null || own is null ? null : Join(before, own.Replace("[controller]", parts[1], StringComparison.OrdinalIgnoreCase).Replace("[action]", parts[2], StringComparison.OrdinalIgnoreCase)), path)));
    }

    /// <summary>What a configuration for all applications says of the one of a project's name.</summary>
    private IEnumerable<string?> Configured(string symbol, string project) => project.Length == 0 ? []
        : _files.SelectMany(file => file.Facts.Prefixes).Where(prefix => prefix.Symbol == $"{symbol}@{ProjectFolder.NameOf(project)}").Select(prefix => prefix.Prefix);

    private static string Join(string outer, string inner) => inner.Length == 0 ? outer : $"{outer.TrimEnd('/')}/{inner.TrimStart('/')}";
}
