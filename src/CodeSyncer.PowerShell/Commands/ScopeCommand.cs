using System.Management.Automation;
using CodeSyncer.Platform.Scopes;

namespace CodeSyncer.PowerShell.Commands;

/// <summary>A cmdlet that answers for one repository, or for all rigs of a town: at its root, or where that is asked for.</summary>
public abstract class ScopeCommand : RepositoryCommand
{
    [Parameter]
    public SwitchParameter Town { get; set; }

    /// <summary>A rig that has vanished is said, and the others answer.</summary>
    protected TownScope OpenScope()
    {
        var scope = TownScope.Of(StartDirectory, Town);
        WarnOf(scope);
        return scope;
    }

    protected void WarnOf(TownScope scope)
    {
        foreach (var (rig, problem) in scope.Missing)
            Warn($"Rig '{rig}' is left out: {problem}.");
    }

    /// <summary>The root of a rig's repository.</summary>
    protected static Func<string, string> Roots(TownScope scope) =>
        rig => scope.Rigs.FirstOrDefault(one => one.Rig == rig)?.Workspace is { } workspace ? workspace.Repository.WorkTree ?? workspace.Repository.GitDirectory : scope.Town ?? "";
}
