using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the branches and tags of the repository, those of remotes last.</summary>
public sealed class RevisionCompleter : IArgumentCompleter
{
    private static readonly ScriptBlock CurrentLocation = ScriptBlock.Create("$ExecutionContext.SessionState.Path.CurrentFileSystemLocation.ProviderPath");

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var start = fakeBoundParameters["Repository"] as string ?? CurrentLocation.Invoke().FirstOrDefault()?.ToString();
            if (start is null || GitRepository.TryDiscover(start) is not { } repository)
                return [];
            var word = wordToComplete.Trim('\'', '"');
            return [.. repository.Git().Text("for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes").Split('\n')
                .Where(name => name.Length > 0 && name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                .Select(Quoted)];
        }
        catch (CodeSyncerException)
        {
            // Nothing to offer is no error while somebody types.
            return [];
        }
    }

    private static CompletionResult Quoted(string name) =>
        new(name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '-' or '_') ? name : $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'",
            name, CompletionResultType.ParameterValue, name);
}
