using System.Text;

namespace CodeSyncer.Core.Ledger;

/// <summary>
/// Where an item stands in the ledger's tree: <c>beads/xx/id.json</c>. <c>xx</c> spreads the items over 256 trees, so that
/// a change touches small ones only; it is the folded FNV-1a hash of the name. Source: G. Fowler, L. C. Noll, K.-P. Vo,
/// "The FNV Non-Cryptographic Hash Algorithm" (32 bits).
/// </summary>
public static class LedgerPath
{
    public const string Beads = "beads";
    public const string Convoys = "convoys";
    public const string MailKind = "mail";
    public const string Agents = "agents";
    public const string Handoffs = "handoffs";
    public const string Events = "events";

    private const string Extension = ".json";

    /// <summary>The folders of the tree.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Beads, Convoys, MailKind, Agents, Handoffs, Events];

    public static string Bead(string id) => Of(Beads, id);

    public static string Convoy(string id) => Of(Convoys, id);

    public static string Mail(string id) => Of(MailKind, id);

    /// <summary>By the agent's name as given.</summary>
    public static string Agent(string name) => Of(Agents, AgentName.Escape(name));

    public static string Handoff(string id) => Of(Handoffs, id);

    public static string Event(string id) => Of(Events, id);

    /// <summary>The path of an item by the name of its file.</summary>
    public static string Of(string kind, string name) => $"{kind}/{Spread(name):x2}/{name}{Extension}";

    /// <summary>The kind and the file's name (an id, or the escaped name of an agent) of a path that <see cref="Of"/> gives.</summary>
    public static bool TryParse(string path, out string kind, out string name)
    {
        kind = name = "";
        var parts = path.Split('/');
        if (parts.Length != 3 || !parts[2].EndsWith(Extension, StringComparison.Ordinal) || !Kinds.Contains(parts[0]))
            return false;
        (kind, name) = (parts[0], parts[2][..^Extension.Length]);
        return name.Length > 0 && path == Of(kind, name);
    }

    private static byte Spread(string name)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(name))
            hash = unchecked((hash ^ b) * 16777619u);
        return (byte)(hash ^ (hash >> 8) ^ (hash >> 16) ^ (hash >> 24));
    }
}
