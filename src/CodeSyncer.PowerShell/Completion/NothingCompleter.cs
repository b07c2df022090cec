using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers nothing where only the person knows: without it the shell would offer names of files.</summary>
public sealed class NothingCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) => [];
}
