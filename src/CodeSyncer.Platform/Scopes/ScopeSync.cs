using CodeSyncer.Platform.Context;

namespace CodeSyncer.Platform.Scopes;

/// <summary>Brings the documents of all rigs of a town up to date, and then its own.</summary>
public static class ScopeSync
{
    public static SyncResult Run(TownScope scope, SyncOptions options, CancellationToken cancel = default)
    {
        var results = scope.Read(rig => new ContextSync(rig.Workspace).Run(options, null, cancel), cancel);
        var own = new TownDocuments(scope).Write(options.Check, cancel);
        return new SyncResult([.. results.SelectMany(result => result.Documents), .. own], results.Sum(result => result.TagCount), results.Sum(result => result.FileCount));
    }
}
