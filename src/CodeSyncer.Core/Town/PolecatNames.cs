namespace CodeSyncer.Core.Town;

/// <summary>Names that polecats get, in the order in which they are given: minerals, short and told apart by ear.</summary>
public static class PolecatNames
{
    public static IReadOnlyList<string> Minerals { get; } =
    [
        "agate", "basalt", "cobalt", "diorite", "emery", "feldspar", "garnet", "hematite", "iolite", "jasper",
        "kyanite", "lapis", "marble", "nickel", "onyx", "pyrite", "quartz", "ruby", "slate", "topaz",
        "umber", "vesuvian", "wolfram", "xenolith", "yttria", "zircon", "amber", "beryl", "calcite", "dolomite",
        "epidote", "flint", "galena", "halite", "ilmenite", "jade", "kaolin", "limonite", "mica", "neon",
        "opal", "peridot", "rutile", "spinel", "talc", "ulexite", "vivianite", "willemite", "zeolite", "azurite",
    ];

    /// <summary>The first name that is not taken; beyond the pool with a number behind it.</summary>
    /// <param name="pool">Empty: <see cref="Minerals"/>.</param>
    public static string Next(IReadOnlyList<string> pool, IReadOnlyCollection<string> taken)
    {
        var names = pool.Count == 0 ? Minerals : pool;
        for (var round = 1; ; round++)
        {
            foreach (var name in names)
            {
                var wanted = round == 1 ? name : $"{name}-{round}";
                if (!taken.Any(other => TownName.AreSame(other, wanted)))
                    return wanted;
            }
        }
    }
}
