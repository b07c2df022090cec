using CodeSyncer.Core.Lint;
using CodeSyncer.Core.Lint.Formats;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Onboarding;

namespace CodeSyncer.PowerShell.Output;

/// <summary>The answer of Test-Context.</summary>
public sealed class ContextCheck : TerminalText
{
    private readonly IReadOnlyList<LintFinding> _findings;

    internal ContextCheck(IReadOnlyList<LintFinding> findings, SyncResult? documents, Func<string, string> rootOf, bool passed)
    {
        _findings = findings;
        Passed = passed;
        Findings = [.. findings.Select(finding => new ContextFinding(finding, rootOf(finding.Rig)))];
        StaleDocuments = [.. documents?.Documents.Where(document => document.State == DocumentState.Stale).Select(document => document.Name) ?? []];
        DocumentsChecked = documents is not null;
    }

    /// <summary>No finding is an error, and no document is stale.</summary>
    public bool Passed { get; }

    public IReadOnlyList<ContextFinding> Findings { get; }

    /// <summary>File names.</summary>
    public IReadOnlyList<string> StaleDocuments { get; }

    /// <summary>False in a clone that is not onboarded: it has no documents of its own, and <c>-To</c> names no others.</summary>
    public bool DocumentsChecked { get; }

    /// <summary>The findings as annotations for GitHub.</summary>
    public string ToGitHub() => LintFormat.Render("github", _findings, ExecutableSource.OwnVersion);

    /// <summary>The findings as SARIF 2.1.0.</summary>
    public string ToSarif() => LintFormat.Render("sarif", _findings, ExecutableSource.OwnVersion);
}
