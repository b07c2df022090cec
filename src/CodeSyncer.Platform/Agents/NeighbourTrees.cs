using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Platform.Agents;

/// <summary>The other work trees of a repository, which an agent's command may reach into: <c>git -C ../other reset --hard</c>.</summary>
internal sealed class NeighbourTrees(GitRepository repository, Actor self, Func<string, string?> environment)
{
    /// <summary>Those whose folder's name is in the command, with who acts there.</summary>
    public IEnumerable<(Workspace Workspace, Actor Actor)> NamedBy(string command)
    {
        foreach (var root in WorkTrees.Others(repository).Where(root => command.Contains(Path.GetFileName(root), PathComparison.ForThisSystem)))
        {
            if (GitRepository.TryDiscover(root) is { WorkTree: not null } other)
                yield return (Workspace.OpenForHook(other), OwnerOf(other));
        }
    }

    /// <summary>By the same rules as here; where they name nobody, it is we.</summary>
    private Actor OwnerOf(GitRepository other)
    {
        try
        {
            return new ActingAgent(other, name => name == ActingAgent.SessionVariable ? self.Session : environment(name)).Actor();
        }
        catch (CodeSyncerException)
        {
            return self with { WorkTree = other.WorkTree! };
        }
    }
}
