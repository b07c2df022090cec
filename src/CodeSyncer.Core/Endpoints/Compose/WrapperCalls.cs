using System.Text;
using CodeSyncer.Core.Endpoints.Facts;

namespace CodeSyncer.Core.Endpoints.Compose;

/// <summary>Follows calls of functions that hand the path on to a client, over files and through several such functions.</summary>
internal sealed class WrapperCalls
{
    /// <summary>So many wrappers around one another are followed.</summary>
    private const int Deepest = 3;

    private readonly IReadOnlyList<(string Path, FileFacts Facts)> _files;
    private readonly Modules _modules;
    private readonly Func<string, string> _projectOf;
    private readonly Func<int, string, string> _filled;
    private readonly List<Wrapper> _all = [];
    private readonly Dictionary<int, List<Wrapper>> _ofFile = [];
    private readonly Dictionary<(string Project, string Owner), List<Wrapper>> _ofOwner = [];
    private readonly Dictionary<(string Folder, string Name), List<Wrapper>> _ofFolder = [];

    /// <param name="filled">Replaces the names in a text of a file by what they stand for, as far as it is known.</param>
    /// <param name="prefixed">Puts the base address of a client of a file in front.</param>
    public WrapperCalls(IReadOnlyList<(string Path, FileFacts Facts)> files, Modules modules, Func<string, string> projectOf, Func<int, string, string> filled, Func<int, string, string, string> prefixed)
    {
        (_files, _modules, _projectOf, _filled) = (files, modules, projectOf, filled);
        for (var i = 0; i < files.Count; i++)
        {
            foreach (var fact in files[i].Facts.Wrappers)
                Add(new Wrapper(i, fact with { Url = prefixed(i, fact.Client, filled(i, fact.Url)) }, null));
        }

        for (var depth = 1; depth <= Deepest && _all.Exists(wrapper => wrapper.Depth == depth - 1); depth++)
        {
            var further = Passes(pass => pass.Around is not null).SelectMany(found => Of(found.File, found.Pass).Where(wrapper => wrapper.Depth == depth - 1).Select(wrapper => Around(found.File, found.Pass, wrapper))).OfType<Wrapper>().ToList();
            further.ForEach(Add);
        }
    }

    /// <summary>Calls with their whole addresses, each in the file that makes it, and the places of what they go through.</summary>
    public IEnumerable<(int File, CallFact Call, IEnumerable<(int File, int Line)> Through)> All()
    {
        foreach (var (file, pass) in Passes(_ => true))
        {
            foreach (var wrapper in Of(file, pass))
            {
                // Where the path itself is a parameter, the callers of the function around say it.
                if (Url(file, pass, wrapper.Fact) is var (url, isHandedOn) && !isHandedOn)
                    yield return (file, new CallFact(wrapper.Fact.Framework, MethodOf(pass, wrapper.Fact), Urls.WithoutParameters(url), "", pass.Line, pass.Response), wrapper.Places());
            }
        }
    }

    private IEnumerable<(int File, PassFact Pass)> Passes(Func<PassFact, bool> isIt)
    {
        if (_all.Count == 0)
            yield break;
        for (var i = 0; i < _files.Count; i++)
        {
            foreach (var pass in _files[i].Facts.Passes.Where(isIt))
                yield return (i, pass);
        }
    }

    private void Add(Wrapper wrapper)
    {
        _all.Add(wrapper);
        Under(_ofFile, wrapper.File).Add(wrapper);
        if (wrapper.Fact.Owner.Length > 0)
            Under(_ofOwner, (_projectOf(_files[wrapper.File].Path), SameName.Plain(wrapper.Fact.Owner))).Add(wrapper);
        if (_files[wrapper.File].Path.EndsWith(".go", StringComparison.Ordinal))
            Under(_ofFolder, (Modules.FolderOf(_files[wrapper.File].Path), wrapper.Fact.Name)).Add(wrapper);
    }

    private static List<Wrapper> Under<TKey>(Dictionary<TKey, List<Wrapper>> map, TKey key) where TKey : notnull =>
        map.TryGetValue(key, out var list) ? list : map[key] = [];

    private List<Wrapper> Of(int file, PassFact pass)
    {
        var dot = pass.Target.LastIndexOf('.');
        var (receiver, name) = (dot > 0 ? pass.Target[..dot] : "", pass.Target[(dot + 1)..]);
        var last = receiver[(receiver.LastIndexOf('.') + 1)..];
        var isOwn = receiver is "" or "this" or "self" or "cls" or "super" or "Me" or "base";
        var here = Named(_ofFile.GetValueOrDefault(file), name).Where(wrapper => isOwn || SameName.Is(wrapper.Fact.Owner, last)).ToList();
        if (here.Count > 0)
            return here;
        if (_files[file].Path.EndsWith(".go", StringComparison.Ordinal) && _ofFolder.GetValueOrDefault((Modules.FolderOf(_files[file].Path), name)) is { Count: 1 } near)
            return near.TrueForAll(wrapper => receiver.Length == 0 || SameName.Plain(wrapper.Fact.Owner).Contains(SameName.Plain(last), StringComparison.Ordinal)) ? near : [];
        var first = receiver.Length > 0 ? receiver.Split('.')[0] : name;
        foreach (var import in _files[file].Facts.Imports.Where(import => import.Name == first))
        {
            var wanted = receiver.Length > 0 ? name : import.Member.Length > 0 ? import.Member : name;
            var found = _modules.Find(_files[file].Path, import.Module).SelectMany(other => Named(_ofFile.GetValueOrDefault(other), wanted)).ToList();
            var owned = found.Where(wrapper => receiver.Length == 0 || wrapper.Fact.Owner.Length == 0 || SameName.Is(wrapper.Fact.Owner, last)).ToList();
            if (owned.Count > 0)
                return owned;
            // What a file exports may be called otherwise where it is imported.
            if (receiver == first && found.Select(wrapper => wrapper.Fact.Owner).Distinct().Count() == 1)
                return found;
        }

        if (isOwn)
            return [];
        var project = _projectOf(_files[file].Path);
        var ofType = Named(_ofOwner.GetValueOrDefault((project, SameName.Plain(last))), name).ToList();
        // "api" is a MicroblogApiClient where no other type has such a method.
        return ofType.Count > 0 || last.Length < 3 ? ofType
            : _all.Where(wrapper => wrapper.Fact.Name == name && wrapper.Fact.Owner.Length > 0 && _projectOf(_files[wrapper.File].Path) == project).ToList() is { Count: > 0 } others
                && others.TrueForAll(wrapper => wrapper.Fact.Owner == others[0].Fact.Owner && SameName.Plain(wrapper.Fact.Owner).Contains(SameName.Plain(last), StringComparison.Ordinal)) ? others : [];
    }

    private static IEnumerable<Wrapper> Named(List<Wrapper>? wrappers, string name) => wrappers?.Where(wrapper => wrapper.Fact.Name == name) ?? [];

    private static string MethodOf(PassFact pass, WrapperFact wrapper) => wrapper.Method != "ANY" ? wrapper.Method : pass.Method ?? Http.MethodIn(pass.Target[(pass.Target.LastIndexOf('.') + 1)..]) ?? "ANY";

    private Wrapper? Around(int file, PassFact pass, Wrapper inner)
    {
        if (Url(file, pass, inner.Fact) is not var (url, isHandedOn) || !isHandedOn)
            return null;
        var method = inner.Fact.Method != "ANY" ? inner.Fact.Method : pass.Method ?? Http.MethodIn(pass.Around!.Name) ?? "ANY";
        return new Wrapper(file, new WrapperFact(pass.Around!.Owner, pass.Around.Name, pass.Around.Parameters, inner.Fact.Framework, method, url, "", pass.Line), inner);
    }

    /// <summary>
    /// The address with the arguments in their places, and whether it still begins with a parameter of the function around; null: what it
    /// needs is not given or not known.
    /// </summary>
    private (string Url, bool IsHandedOn)? Url(int file, PassFact pass, WrapperFact wrapper)
    {
        var url = new StringBuilder();
        var start = 0;
        var (isKnown, isHandedOn) = (false, false);
        for (var at = wrapper.Url.IndexOf("{#", StringComparison.Ordinal); at >= 0; at = wrapper.Url.IndexOf("{#", start, StringComparison.Ordinal))
        {
            var end = wrapper.Url.IndexOf('}', at);
            url.Append(wrapper.Url, start, at - start);
            // {#.url} is a property of an argument.
            var place = wrapper.Url[at + 2] == '.' ? -1 : int.Parse(wrapper.Url.AsSpan(at + 2, end - at - 2), provider: null);
            var name = place < 0 ? wrapper.Url[(at + 3)..end] : wrapper.Parameters[place];
            var given = pass.Arguments.FirstOrDefault(argument => argument.Name.Length > 0 && argument.Name == name);
            if (given.Name is null && place >= 0 && place < pass.Arguments.Count && pass.Arguments[place].Name.Length == 0)
                given = pass.Arguments[place];
            // The object as a whole is handed on.
            if (given.Name is null && place < 0 && pass.Arguments.Any(argument => argument.Text is ['{', '#', >= '0' and <= '9', .., '}'] whole && whole.IndexOf('}') == whole.Length - 1))
                given = (name, wrapper.Url[at..(end + 1)]);
            // Of several, one that is left out has a default that adds nothing.
            if (given.Name is null && (url.Length == 0 || place == 0 || start == 0))
                return null;
            var text = given.Name is null ? "" : given.Text is null ? "{=}" : _filled(file, given.Text);
            isHandedOn |= start == 0 && Urls.HeadOf(text, pass.Around?.Parameters) is not null;
            isKnown |= Urls.HasText(text) || text.Contains("{#", StringComparison.Ordinal);
            url.Append(text);
            start = end + 1;
        }

        url.Append(wrapper.Url, start, wrapper.Url.Length - start);
        if (!isKnown)
            return null;
        var whole = url.ToString();
        // A whole address does not go behind another one.
        var scheme = whole.LastIndexOf("://", StringComparison.Ordinal);
        while (scheme > 0 && char.IsLetter(whole[scheme - 1]))
            scheme--;
        return (scheme > 0 ? whole[scheme..] : whole, isHandedOn);
    }

    private sealed record Wrapper(int File, WrapperFact Fact, Wrapper? Inner)
    {
        public int Depth => Inner is null ? 0 : Inner.Depth + 1;

        public IEnumerable<(int File, int Line)> Places()
        {
            for (var one = this; one is not null; one = one.Inner)
                yield return (one.File, one.Fact.Line);
        }
    }
}
