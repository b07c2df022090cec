using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers what the repository that is meant holds.</summary>
public abstract class RepositoryCompleter : IArgumentCompleter
{
    private const int MostOffered = 100;

    private static readonly ScriptBlock CurrentLocation = ScriptBlock.Create("$ExecutionContext.SessionState.Path.CurrentFileSystemLocation.ProviderPath");

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = wordToComplete.Trim('\'', '"');
        return Words(commandName).Select(text => (text, "")).Concat(InUse((fakeBoundParameters["Repository"] ?? fakeBoundParameters["Town"]) as string)).DistinctBy(offer => offer.Item1)
            .Where(offer => offer.Item1.Contains(word, StringComparison.OrdinalIgnoreCase)).Take(MostOffered).Select(Result);
    }

    /// <summary>Words that are offered also where there is no repository.</summary>
    private protected virtual IEnumerable<string> Words(string command) => [];

    /// <summary>What in the repository may be meant, and a word about each.</summary>
    private protected abstract IEnumerable<(string Text, string About)> Offers(GitRepository repository);

    /// <summary>What may be meant in a folder that is in no repository.</summary>
    private protected virtual IEnumerable<(string Text, string About)> OffersAt(string folder) => [];

    private List<(string Text, string About)> InUse(string? place)
    {
        try
        {
            var start = place ?? CurrentLocation.Invoke().FirstOrDefault()?.ToString();
            return start is null ? [] : GitRepository.TryDiscover(start) is { } repository ? [.. Offers(repository)] : [.. OffersAt(start)];
        }
        catch (Exception error) when (error is CodeSyncerException or IOException or UnauthorizedAccessException)
        {
            // Nothing to offer is no error while somebody types.
            return [];
        }
    }

    private static CompletionResult Result((string Text, string About) offer)
    {
        var text = offer.Text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '-' or '_')
            ? offer.Text : $"'{CodeGeneration.EscapeSingleQuotedStringContent(offer.Text)}'";
        return new(text, offer.Text, CompletionResultType.ParameterValue, SafeText.ForTerminal(offer.About.Length == 0 ? offer.Text : offer.About));
    }
}
