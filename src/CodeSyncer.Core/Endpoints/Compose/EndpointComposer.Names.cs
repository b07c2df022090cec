using System.Text;
using CodeSyncer.Core.Endpoints.Facts;

namespace CodeSyncer.Core.Endpoints.Compose;

/// <content>What a name of a file means in others.</content>
public sealed partial class EndpointComposer
{
    private IEnumerable<(int File, string Symbol)> Resolve(int file, string target, int depth)
    {
        if (depth > LongestChain || target.Length == 0)
            return [];
        if (_symbols[file].Contains(target))
            return [(file, target)];
        if (target.StartsWith("module:", StringComparison.Ordinal))
            return _modules.Find(_files[file].Path, target["module:".Length..]).SelectMany(found => Roots(found));
        if (target.StartsWith("function:", StringComparison.Ordinal))
            return Function(file, target["function:".Length..], depth);
        return Name(file, target, depth);
    }

    private IEnumerable<(int File, string Symbol)> Function(int file, string name, int depth)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        var qualifier = name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : "";
        IEnumerable<(int, string)> In(int other, Func<string, bool> isIt) => _files[other].Facts.Functions.Where(function => isIt(function.Name)).Select(function => (other, function.Symbol));
        // A method of this very type, or a function of this file.
        var here = In(file, found => found == name || (qualifier.Length == 0 && found == last)).ToList();
        if (here.Count > 0)
            return here;
        if (Import(file, qualifier.Length > 0 ? qualifier : name) is { } import)
        {
            var imported = _modules.Find(_files[file].Path, import.Module).SelectMany(other => In(other, found => found == (qualifier.Length > 0 ? last : import.Member.Length > 0 ? import.Member : "default") || found == last || found.EndsWith("." + last, StringComparison.Ordinal))).ToList();
            if (imported.Count > 0 || qualifier.Length > 0)
                return imported;
            return Name(file, name, depth + 1);
        }

        var folder = Modules.FolderOf(Path(file));
        var extension = Path(file)[Path(file).LastIndexOf('.')..];
        var all = Enumerable.Range(0, _files.Count).Where(other => Path(other).EndsWith(extension, StringComparison.Ordinal)).SelectMany(other => In(other, found => found == name || found == last || found.EndsWith("." + last, StringComparison.Ordinal))).ToList();
        var near = all.Where(found => Modules.FolderOf(Path(found.Item1)) == folder).ToList();
        if (near.Count > 1)
        {
            // Methods of one name on several types: the name of the value tells which (Account of AccountResource), or nothing does.
            var value = qualifier[(qualifier.LastIndexOf('.') + 1)..];
            near = value.Length == 0 ? near : near.Where(found => FunctionOf(found).StartsWith(value, StringComparison.OrdinalIgnoreCase)).ToList();
            return near.Count == 1 || value.Length == 0 ? near : [];
        }

        return near.Count > 0 ? near : all.Count == 1 ? all : [];
    }

    private string FunctionOf((int File, string Symbol) symbol) => _files[symbol.File].Facts.Functions.FirstOrDefault(function => function.Symbol == symbol.Symbol).Name ?? "";

    private IEnumerable<(int File, string Symbol)> Name(int file, string name, int depth)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
        {
            if (Import(file, name[..end]) is not { } import)
                continue;
            var rest = end < name.Length ? name[(end + 1)..] : "";
            return Member(file, import.Module, import.Member, rest, depth);
        }

        return [];
    }

    private IEnumerable<(int File, string Symbol)> Member(int file, string module, string member, string rest, int depth)
    {
        // "from app.routes import users": the member may be a module itself.
        if (member.Length > 0 && _modules.Find(Path(file), Modules.Below(module, member)) is { Count: > 0 } inner)
            return inner.SelectMany(other => rest.Length > 0 ? Of(other, rest, depth) : Roots(other));
        return _modules.Find(Path(file), module).SelectMany(other => member.Length > 0 || rest.Length > 0 ? Of(other, rest.Length > 0 && member.Length == 0 ? rest : member, depth) : Roots(other));
    }

    /// <summary>What another file's name means there: a router, a function that is given one, or something that it imports itself.</summary>
    private IEnumerable<(int File, string Symbol)> Of(int file, string name, int depth)
    {
        if (_symbols[file].Contains(name))
            return [(file, name)];
        var functions = _files[file].Facts.Functions.Where(function => function.Name == name).Select(function => (file, function.Symbol)).ToList();
        if (functions.Count > 0)
            return functions;
        var further = depth < LongestChain ? Name(file, name, depth + 1).ToList() : [];
        return further.Count > 0 ? further : Roots(file);
    }

    /// <summary>The routers of a file that nothing in it mounts: what it exports, where it does not say so by name.</summary>
    private IEnumerable<(int File, string Symbol)> Roots(int file)
    {
        var facts = _files[file].Facts;
        if (facts.Functions.Where(function => function.Name == "default").Select(function => (file, function.Symbol)).ToList() is { Count: > 0 } exported)
            return exported;
        var mounted = facts.Mounts.Select(mount => mount.Target).ToHashSet(StringComparer.Ordinal);
        return _symbols[file].Where(symbol => symbol.Length > 0 && !mounted.Contains(symbol)).Select(symbol => (file, symbol));
    }

    private (string Module, string Member)? Import(int file, string name)
    {
        foreach (var import in _files[file].Facts.Imports)
        {
            if (import.Name == name)
                return (import.Module, import.Member);
        }

        return null;
    }

    private string Path(int file) => _files[file].Path;

    private static HashSet<string> SymbolsOf(FileFacts facts)
    {
        var symbols = new HashSet<string>(StringComparer.Ordinal);
        symbols.UnionWith(facts.Routes.Select(route => route.Router).Where(router => router.Length > 0));
        symbols.UnionWith(facts.Functions.Select(function => function.Symbol));
        symbols.UnionWith(facts.Prefixes.Select(prefix => prefix.Symbol));
        symbols.UnionWith(facts.Mounts.Select(mount => mount.Parent).Where(parent => parent.Length > 0));
        symbols.UnionWith(facts.Mounts.Select(mount => mount.Target).Where(target => target.Contains('@') || target.Contains('>')));
        return symbols;
    }
}
