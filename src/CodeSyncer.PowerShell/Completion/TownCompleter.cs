using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers what the town that is meant holds.</summary>
public abstract class TownCompleter : IArgumentCompleter
{
    private const int MostOffered = 100;

    private static readonly ScriptBlock CurrentLocation = ScriptBlock.Create("$ExecutionContext.SessionState.Path.CurrentFileSystemLocation.ProviderPath");

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = wordToComplete.Trim('\'', '"');
        return InUse(fakeBoundParameters["Town"] as string).DistinctBy(offer => offer.Text).Where(offer => offer.Text.Contains(word, StringComparison.OrdinalIgnoreCase)).Take(MostOffered)
            .Select(offer => new CompletionResult(offer.Text, offer.Text, CompletionResultType.ParameterValue, SafeText.ForTerminal(offer.About.Length == 0 ? offer.Text : offer.About)));
    }

    /// <summary>What in the town may be meant, and a word about each.</summary>
    private protected abstract IEnumerable<(string Text, string About)> Offers(TownWorkspace town);

    private List<(string Text, string About)> InUse(string? place)
    {
        try
        {
            var start = place ?? CurrentLocation.Invoke().FirstOrDefault()?.ToString();
            if (start is null)
                return [];
            using var town = TownWorkspace.Open(start, isShell: true);
            return [.. Offers(town)];
        }
        catch (Exception error) when (error is CodeSyncerException or IOException or UnauthorizedAccessException)
        {
            // Nothing to offer is no error while somebody types.
            return [];
        }
    }
}
