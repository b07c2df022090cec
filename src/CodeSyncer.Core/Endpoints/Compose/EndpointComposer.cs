using System.Text;
using CodeSyncer.Core.Endpoints.Facts;
using CodeSyncer.Core.Endpoints.Frameworks;

namespace CodeSyncer.Core.Endpoints.Compose;

/// <summary>Puts together what the files of one repository declare: prefixes of routers that are mounted in others, and names that stand for texts.</summary>
public sealed partial class EndpointComposer
{
    /// <summary>A router that is mounted at more places than this is a mistake of ours, not of its author.</summary>
    private const int MostPlaces = 16;

    /// <summary>As many names behind one another are followed.</summary>
    private const int LongestChain = 8;

    private readonly IReadOnlyList<(string Path, FileFacts Facts)> _files;
    private readonly Func<string, string> _projectOf;
    private readonly Modules _modules;
    private readonly List<HashSet<string>> _symbols;
    private readonly Dictionary<(int File, string Symbol), List<(int File, string Parent, string? Prefix)>> _parents = [];
    private readonly Dictionary<(int File, string Symbol), List<string?>> _prefixes = [];
    private readonly ILookup<(string Project, string Symbol), string?> _ofProject;
    private readonly Constants _constants;

    /// <param name="files">Paths of one repository, each with what was read of it.</param>
    /// <param name="projectOf">The folder of the project that a path belongs to.</param>
    public EndpointComposer(IReadOnlyList<(string Path, FileFacts Facts)> files, Func<string, string> projectOf)
    {
        (_files, _projectOf, _modules) = (files, projectOf, new Modules(files));
        _symbols = [.. files.Select(file => SymbolsOf(file.Facts))];
        _ofProject = files.SelectMany(file => file.Facts.Prefixes.Select(prefix => ((projectOf(file.Path), prefix.Symbol), prefix.Prefix))).ToLookup(pair => pair.Item1, pair => pair.Prefix);
        _constants = new Constants(files, _modules, projectOf);
        for (var i = 0; i < files.Count; i++)
        {
            foreach (var mount in files[i].Facts.Mounts)
            {
                if (mount.Target.StartsWith(MountFact.Folder, StringComparison.Ordinal))
                {
                    MountFolder(i, mount);
                    continue;
                }

                foreach (var target in Resolve(i, mount.Target, 0).Distinct().Where(target => target != (i, mount.Parent)))
                    Below(target).Add((i, mount.Parent, mount.Prefix));
            }
        }
    }

    private void MountFolder(int file, MountFact mount)
    {
        var own = Modules.FolderOf(_files[file].Path);
        var folder = $"{(own.Length == 0 ? "" : own + "/")}{mount.Target[MountFact.Folder.Length..].Trim('/')}/";
        for (var other = 0; other < _files.Count; other++)
        {
            var path = _files[other].Path;
            if (!path.StartsWith(folder, StringComparison.Ordinal))
                continue;
            var below = Modules.FolderOf(path[folder.Length..]).Replace("/_", "/:", StringComparison.Ordinal);
            foreach (var target in Roots(other))
                Below(target).Add((file, mount.Parent, mount.Prefix is null ? null : $"{mount.Prefix.TrimEnd('/')}/{below}".TrimEnd('/')));
        }
    }

    private List<(int File, string Parent, string? Prefix)> Below((int File, string Symbol) target) =>
        _parents.TryGetValue(target, out var list) ? list : _parents[target] = [];

    public IEnumerable<Endpoint> Endpoints()
    {
        for (var i = 0; i < _files.Count; i++)
        {
            foreach (var route in _files[i].Facts.Routes)
            {
                foreach (var (prefix, path) in Inherited(i, route) ?? PrefixesOf(i, route.Router, 0).Distinct().Select(prefix => (prefix, route.Path)))
                    yield return Endpoint(i, route with { Path = path }, prefix);
            }
        }
    }

    public IEnumerable<EndpointCall> Calls() => AllCalls().Distinct();

    private IEnumerable<EndpointCall> AllCalls()
    {
        var wrapped = new WrapperCalls(_files, _modules, _projectOf, (file, text) => Filled(file, text, 0), Prefixed).All().ToList();
        // What stands for a call only in appearance: the wrapper's own, and one that a name alone made look like a client's.
        var inner = wrapped.SelectMany(call => call.Through).ToHashSet();
        inner.UnionWith(wrapped.Select(call => (call.File, call.Call.Line)));
        for (var i = 0; i < _files.Count; i++)
        {
            foreach (var call in _files[i].Facts.Calls.Where(call => !inner.Contains((i, call.Line))))
            {
                if (Call(i, call) is { } made)
                    yield return made;
            }
        }

        foreach (var (file, call, _) in wrapped)
        {
            if (Call(file, call) is { } made)
                yield return made;
        }
    }

    public IEnumerable<ServedService> Services() =>
        _files.SelectMany(file => file.Facts.Services.Select(service => new ServedService(service.Name, file.Path, service.Line, _projectOf(file.Path))));

    private Endpoint Endpoint(int file, RouteFact route, string? prefix)
    {
        var path = route.Path is null || prefix is null ? null : Filled(file, prefix.TrimEnd('/') + (route.Path.Length == 0 || route.Path[0] == '/' || Schemas.IsOne(route.Method) ? "" : "/") + route.Path, 0);
        var isKnown = path is not null && !path.Contains("{=", StringComparison.Ordinal);
        // Where only the beginning is known at run time only, the rest is shown.
        if (!isKnown && Urls.Behind(path ?? (prefix is null && route.Path is { Length: > 0 } own ? "/" + Filled(file, own, 0).TrimStart('/') : "")) is ['/', _, ..] tail && !tail.Contains("{=", StringComparison.Ordinal))
            return Made(file, route, CodeSyncer.Core.Endpoints.Endpoint.Unknown + RouteTemplate.Parse(tail).Text);
        return Made(file, route, !isKnown ? CodeSyncer.Core.Endpoints.Endpoint.Unknown : Schemas.IsOne(route.Method) ? path! : RouteTemplate.Parse(path!).Text);
    }

    private Endpoint Made(int file, RouteFact route, string template) => new()
    {
        Method = route.Method,
        Template = template,
        Framework = route.Framework,
        Path = _files[file].Path,
        Line = route.Line,
        Request = route.Request,
        Response = route.Response,
        Project = _projectOf(_files[file].Path),
    };

    private EndpointCall? Call(int file, CallFact call)
    {
        if (Schemas.IsOne(call.Method))
            return new EndpointCall { Method = call.Method, Template = call.Url!, Framework = call.Framework, Path = _files[file].Path, Line = call.Line, Response = call.Response, Project = _projectOf(_files[file].Path) };
        var url = Prefixed(file, call.Client, Filled(file, call.Url ?? "", 0));
        if (call.Framework == "axios" && !url.Contains("://", StringComparison.Ordinal) && OfProject(file, "interceptor") is { } before)
            url = $"{before.TrimEnd('/')}/{url.TrimStart('/')}";
        string? host = null;
        if (url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme)
        {
            var slash = url.IndexOf('/', scheme + 3);
            // http://catalogue{=domain}{=path}: where the path begins is not said.
            if (slash < 0 && (url.Contains("}{=", StringComparison.Ordinal) || (url.EndsWith('}') && url[scheme + 3] != '{')))
                return null;
            host = slash < 0 ? url : url[..slash];
            url = slash < 0 ? "/" : url[slash..];
            // http://user{=domain}: the name is enough to tell whose it is.
            if (host.IndexOf("{=", StringComparison.Ordinal) is > 0 and var unknown && unknown > scheme + 3 && char.IsLetterOrDigit(host[unknown - 1]))
                host = host[..unknown];
        }

        var isConfigured = FrameworkCatalog.IsBased(call.Framework) && (call.Client is "Retrofit" or "Refit" ? true : call.Client.Length > 0 && call.Client != call.Framework && !HasPrefix(file, call.Client));
        var hasBase = host is null && (url.Length == 0 || url[0] != '/' || isConfigured);
        // An expression in front is a base address; in the middle it is a value.
        while (url.StartsWith("{=", StringComparison.Ordinal) && url.IndexOf('}') is > 0 and var end)
        {
            if (end + 1 < url.Length && url[end + 1] is not '/' && !url.AsSpan(end + 1).StartsWith("{="))
            {
                if (url.IndexOf('/', end) is > 0 and var next && !url.AsSpan(end + 1, next - end - 1).ContainsAny('?', '&'))
                {
                    url = url[(end + 1)..];
                    break;
                }
            }

            url = url[(end + 1)..];
        }

        if (host is null && url.TrimStart('/') is "" or ['&' or '?' or '#', ..])
            return null;
        return new EndpointCall
        {
            Method = call.Method,
            Template = RouteTemplate.Parse(Blanked(url)).Text,
            Host = host is null || host.Contains("{=", StringComparison.Ordinal) ? null : host,
            HasBase = hasBase || host?.Contains("{=", StringComparison.Ordinal) == true,
            Framework = call.Framework,
            Path = _files[file].Path,
            Line = call.Line,
            Response = call.Response,
            Project = _projectOf(_files[file].Path),
        };
    }

    /// <summary>The one address that all of a project's clients of a kind are made with; null: none, or several.</summary>
    private string? OfProject(int file, string symbol) =>
        _ofProject[(_projectOf(_files[file].Path), symbol)].Select(prefix => Filled(file, prefix ?? "{=}", 0)).Distinct().Take(2).ToList() is [var only] ? only : null;

    private bool HasPrefix(int file, string client) => _files[file].Facts.Prefixes.Any(prefix => prefix.Symbol == client && prefix.Prefix is not null);

    /// <summary>Behind the base address that a client of this file was made with.</summary>
    private string Prefixed(int file, string client, string url)
    {
        if (client.Length == 0 || url.Contains("://", StringComparison.Ordinal))
            return url;
        var own = _files[file].Facts.Prefixes.Where(prefix => prefix.Symbol == client).Select(prefix => Filled(file, prefix.Prefix ?? "{=}", 0)).FirstOrDefault()
            ?? OfProject(file, $"{client}.defaults") ?? (client == "Retrofit" ? OfProject(file, client) : null);
        return own is null ? url : $"{own.TrimEnd('/')}/{url.TrimStart('/')}";
    }

    /// <summary>What is not known in the middle is a value: <c>/users/{}</c>; behind a segment's text it is a query or an ending.</summary>
    private static string Blanked(string url)
    {
        var text = new StringBuilder();
        for (var i = 0; i < url.Length; i++)
        {
            if (!url.AsSpan(i).StartsWith("{="))
            {
                text.Append(url[i]);
                continue;
            }

            var end = url.IndexOf('}', i);
            if (end < 0)
                break;
            // /users{=query}: what is added to a word is no part of the path; /users{=id} is one that is not known.
            if (i > 0 && Urls.IsQuery(url[(i + 2)..end]) && url[i - 1] is not ('/' or '.' or '-' or '_' or ':' or '=' or '(' or '@') && (end + 1 == url.Length || url[end + 1] is '?' or '{'))
                break;
            text.Append("{}");
            i = end;
        }

        return text.ToString();
    }

    /// <summary>Replaces names by the texts that they stand for, as far as those are known; names that stand for each other stand for nothing.</summary>
    private string Filled(int file, string text, int depth) => TryFill(file, text, depth) ?? text;

    private string? TryFill(int file, string text, int depth)
    {
        var at = text.IndexOf("{=", StringComparison.Ordinal);
        if (at < 0)
            return text;
        if (depth > LongestChain)
            return null;
        var value = new StringBuilder();
        var start = 0;
        for (; at >= 0; at = text.IndexOf("{=", start, StringComparison.Ordinal))
        {
            var end = text.IndexOf('}', at);
            if (end < 0)
                break;
            value.Append(text, start, at - start);
            var name = text[(at + 2)..end];
            var found = name.Length > 0 ? _constants.Find(file, name) : null;
            var filled = found is null ? text[at..(end + 1)] : TryFill(file, found, depth + 1);
            if (filled is null && depth > 0)
                return null;
            value.Append(filled ?? "{=}");
            start = end + 1;
        }

        return value.Append(text, start, text.Length - start).ToString();
    }
}
