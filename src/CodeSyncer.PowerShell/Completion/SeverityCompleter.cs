using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CodeSyncer.Core.Town;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the severities, the least severe first.</summary>
public sealed class SeverityCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Severity.All.Where(severity => severity.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase)).Select(severity => new CompletionResult(severity));
}
