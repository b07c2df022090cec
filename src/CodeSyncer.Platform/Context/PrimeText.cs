using CodeSyncer.Core.Context;
using CodeSyncer.Core.Errors;

namespace CodeSyncer.Platform.Context;

/// <summary>What an agent is told at the start of a session: CURRENT.md within a budget of characters.</summary>
public sealed class PrimeText(Workspace workspace)
{
    /// <summary>The text; a failure is said in it, because silence would read as "nothing is known".</summary>
    public string Render()
    {
        try
        {
            var snapshot = new ContextReader(workspace).FromWorkTree();
            var work = new ContextSync(workspace).CurrentWork(snapshot.Files);
            return CurrentDocument.Render(work, snapshot.Tags, "", workspace.Settings.PrimeMaxCharacters);
        }
        catch (CodeSyncerException error) when (error.Kind == ErrorKind.Internal)
        {
            return $"# Current work\n\nThe context could not be read: {error.Message}. {error.Hint}.\n";
        }
    }
}
