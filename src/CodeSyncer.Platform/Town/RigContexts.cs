using CodeSyncer.Core.Context;
using CodeSyncer.Core.Context.Town;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.Platform.Town;

/// <summary>Reads how the rigs of a town stand, all at once.</summary>
public static class RigContexts
{
    /// <summary>The rigs, and what could not be read of them: each a sentence.</summary>
    public static (IReadOnlyList<RigContext> Rigs, IReadOnlyList<string> Problems) Read(TownScope scope)
    {
        var read = scope.Read(rig => Read(rig, FolderOf(rig, scope.Town!)));
        return ([.. read.Select(rig => rig.Context)], [.. scope.Missing.Select(rig => $"rig {rig.Rig}: {rig.Problem}"), .. read.Select(rig => rig.Problem).OfType<string>()]);
    }

    /// <summary>As an agent at the root would name it.</summary>
    private static string FolderOf(RigWorkspace rig, string town)
    {
        var (root, path) = (RealPath.Of(town), RealPath.Of(rig.Workspace.Root));
        return (RealPath.IsWithin(path, root) ? Path.GetRelativePath(root, path) : path).Replace('\\', '/');
    }

    private static (RigContext Context, string? Problem) Read(RigWorkspace rig, string folder)
    {
        try
        {
            var uncommitted = Uncommitted.Paths(rig.Workspace.Repository);
            var snapshot = new ContextReader(rig.Workspace).FromIndex(edited: uncommitted);
            return (new RigContext(rig.Rig, folder, new ContextSync(rig.Workspace).CurrentWork(snapshot.Files), uncommitted, snapshot.Tags), null);
        }
        catch (Exception error) when (error is CodeSyncerException or IOException or UnauthorizedAccessException)
        {
            return (new RigContext(rig.Rig, folder, new CurrentWork(null, null, []), [], []), $"rig {rig.Rig}: {error.Message}");
        }
    }
}
