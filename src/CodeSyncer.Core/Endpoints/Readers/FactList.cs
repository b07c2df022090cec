using CodeSyncer.Core.Endpoints.Facts;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>Facts of one file while they are collected.</summary>
internal sealed class FactList
{
    public List<RouteFact> Routes { get; } = [];

    public List<CallFact> Calls { get; } = [];

    public List<MountFact> Mounts { get; } = [];

    public List<(string Name, string Module, string Member)> Imports { get; } = [];

    public List<(string Owner, string Name, string Value)> Constants { get; } = [];

    /// <summary>Passes on a type itself: place in <see cref="Passes"/>, the type around, the name.</summary>
    public List<(int Pass, string Owner, string Name)> OwnPasses { get; } = [];

    /// <summary>Methods that types of this file have.</summary>
    public HashSet<(string Owner, string Name)> Methods { get; } = [];

    /// <summary>Names that are given a text somewhere and something else elsewhere.</summary>
    public HashSet<string> Variables { get; } = new(StringComparer.Ordinal);

    public List<(string Name, string Symbol)> Functions { get; } = [];

    public List<(string Symbol, string? Prefix)> Prefixes { get; } = [];

    public List<(string Name, int Line)> Services { get; } = [];

    public List<WrapperFact> Wrappers { get; } = [];

    public List<PassFact> Passes { get; } = [];

    /// <summary>Calls, by the last token of an argument, whose argument's meaning was not known yet.</summary>
    public List<(int Last, string Function)> Later { get; } = [];

    public Dictionary<int, Symbol> Results { get; set; } = [];

    public FileFacts ToFacts()
    {
        foreach (var (last, function) in Later)
        {
            if (Results.TryGetValue(last, out var symbol) && !symbol.Framework.IsClient)
                Mounts.Add(new MountFact(symbol.Id, "", "function:" + function));
        }

        // A type's own method of that name which hands nothing on is no wrapper, whatever others of the name do.
        var foreign = OwnPasses.Where(own => Methods.Contains((own.Owner, own.Name)) && !Wrappers.Exists(wrapper => wrapper.Owner == own.Owner && wrapper.Name == own.Name)
            && !Passes.Exists(pass => pass.Around is { } around && around.Owner == own.Owner && around.Name == own.Name)).Select(own => own.Pass).ToHashSet();
        return new FileFacts
        {
            Routes = [.. Routes.Distinct()],
            Calls = [.. Calls.Distinct()],
            Mounts = [.. Mounts.Distinct()],
            Imports = Imports,
            Constants = [.. Constants.Where(constant => !Variables.Contains(constant.Name)).Distinct()],
            Functions = Functions,
            Prefixes = Prefixes,
            Wrappers = [.. Wrappers.DistinctBy(wrapper => (wrapper.Owner, wrapper.Name, wrapper.Method, wrapper.Url))],
            Passes = [.. Passes.Where((_, place) => !foreign.Contains(place))],
            Services = [.. Services.DistinctBy(service => service.Name)],
        };
    }
}
