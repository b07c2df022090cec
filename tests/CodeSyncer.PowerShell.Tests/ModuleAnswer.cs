using System.Management.Automation;

namespace CodeSyncer.PowerShell.Tests;

/// <summary>What a script gave.</summary>
public sealed record ModuleAnswer(IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<string> Warnings)
{
    /// <summary>The answer itself; throws where there was an error.</summary>
    public ModuleAnswer Succeeded() => Errors.Count == 0
        ? this
        : throw new InvalidOperationException(string.Join('\n', Errors.Select(error => $"{error.FullyQualifiedErrorId}: {error} {error.ScriptStackTrace}")));

    /// <summary>One property of each object.</summary>
    public IEnumerable<object?> Each(string property) => Output.Select(item => item.Properties[property]?.Value);

    /// <summary>The objects as text.</summary>
    public IEnumerable<string> Lines => Output.Select(item => item?.ToString() ?? "");
}
