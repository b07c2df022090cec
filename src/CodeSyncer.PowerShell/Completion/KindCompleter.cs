using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the kinds that have a meaning.</summary>
public sealed class KindCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        TagKind.All.Where(kind => kind.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(kind => new CompletionResult(kind));
}
