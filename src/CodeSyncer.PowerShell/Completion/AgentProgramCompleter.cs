using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CodeSyncer.Core.Agents;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the agent programs that can be wired, and <c>none</c>.</summary>
public sealed class AgentProgramCompleter : IArgumentCompleter
{
    internal const string None = "none";

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        AgentCatalog.All.Select(agent => (agent.Name, agent.Title)).Append((None, "takes all out again"))
            .Where(offer => offer.Item1.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(offer => new CompletionResult(offer.Item1, offer.Item1, CompletionResultType.ParameterValue, offer.Item2));
}
