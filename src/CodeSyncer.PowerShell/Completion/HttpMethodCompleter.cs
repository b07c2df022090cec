using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the methods that endpoints have.</summary>
public sealed class HttpMethodCompleter : IArgumentCompleter
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY", "RPC", "QUERY", "MUTATION", "SUBSCRIPTION"];

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Methods.Where(method => method.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase)).Select(method => new CompletionResult(method));
}
