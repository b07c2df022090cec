using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Records;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers what Find-Context looks in.</summary>
public sealed class ItemKindCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        TagKind.All.Concat(ContextSearch.ItemKinds).Where(kind => kind.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(kind => new CompletionResult(kind));
}
