using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger.Index;
using CodeSyncer.Platform.Ledger.Storage;

namespace CodeSyncer.Platform.Ledger;

/// <summary>The ledger as a transaction sees it: items from git itself, answers about many items from the index.</summary>
/// <param name="index">Gives the index, brought to this very tip; asked only when needed.</param>
internal sealed class LedgerTip(LedgerTree tree, Func<LedgerIndex> index) : ILedgerState
{
    public LedgerTree Tree { get; } = tree;

    public JsonFields? Read(string path)
    {
        try
        {
            return Tree.ReadItem(path) is { } content ? JsonFields.Parse(content) : null;
        }
        catch (Exception error) when (error is FormatException or InvalidDataException)
        {
            throw LedgerErrors.BrokenItem(path, error.Message);
        }
    }

    public IReadOnlyList<string> Resolve(string kind, string part) => index().Resolve(kind, part);

    public IReadOnlyList<BeadNode> ChildrenOf(string id) => index().ChildrenOf(id);

    public IReadOnlyList<BeadEdge> EdgesFrom(string id) => Read(LedgerPath.Bead(id)) is { } fields ? new Bead(fields).Edges() : [];

    public IReadOnlyList<BeadEdge> EdgesTo(string id) => index().EdgesTo(id);
}
