using CodeSyncer.Core.Endpoints.Frameworks;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>What a name means: a router or a client of a framework.</summary>
/// <param name="Id">Unique within the file.</param>
/// <param name="IsWhole">Routes on it have no path of their own.</param>
/// <param name="IsGuess">Only its name says so, and other things are called so too: <c>client.get</c> of a cache.</param>
internal sealed record Symbol(string Id, Framework Framework, bool IsWhole = false, bool IsGuess = false);

/// <summary>The functions around a place, each with the names that it gives a meaning.</summary>
internal sealed class Scopes
{
    private readonly Stack<(int End, string Name, Header Header, int At, Dictionary<string, Symbol> Symbols)> _inner = new();
    private readonly Dictionary<string, Symbol> _file = new(StringComparer.Ordinal);

    /// <summary>Name of the function around; empty: none.</summary>
    public string Function => _inner.Count > 0 ? _inner.Peek().Name : "";

    public void LeaveUntil(int place)
    {
        while (_inner.Count > 0 && _inner.Peek().End <= place)
            _inner.Pop();
    }

    public void Enter(Header header, string name, int at) => _inner.Push((header.End, name, header, at, new(StringComparer.Ordinal)));

    /// <summary>Where the parameters of the nearest function stand that has such a one.</summary>
    public int? AtOf(string parameter)
    {
        foreach (var (_, _, header, at, _) in _inner)
        {
            if (header.Parameters.Any(one => one.Name == parameter))
                return at;
        }

        return null;
    }

    /// <summary>The nearest function with a name around this place that has such a parameter, and where its parameters stand.</summary>
    public (Header Header, int At)? WithParameter(string name)
    {
        foreach (var (_, _, header, at, _) in _inner)
        {
            if (header.Parameters.Any(parameter => parameter.Name == name))
                return header.Name.Length > 0 ? (header, at) : null;
        }

        return null;
    }

    public string Qualify(string name) => Function.Length == 0 ? name : $"{Function}/{name}";

    public void Set(string name, Symbol symbol) => (_inner.Count > 0 ? _inner.Peek().Symbols : _file)[name] = symbol;

    /// <summary>For what outlives the function that it is set in: a field.</summary>
    public void SetForFile(string name, Symbol symbol) => _file[name] = symbol;

    public Symbol? Find(string name, Func<Framework, bool> fits)
    {
        foreach (var (_, _, _, _, symbols) in _inner)
        {
            if (symbols.TryGetValue(name, out var found) && fits(found.Framework))
                return found;
        }

        return _file.TryGetValue(name, out var outer) && fits(outer.Framework) ? outer : null;
    }
}
