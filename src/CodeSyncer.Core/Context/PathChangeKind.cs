namespace CodeSyncer.Core.Context;

public enum PathChangeKind
{
    Modified,
    Added,
    Deleted,
}
