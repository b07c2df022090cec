using CodeSyncer.Core.Lint;

namespace CodeSyncer.PowerShell.Output;

/// <summary>What lint says of one tag.</summary>
public sealed class ContextFinding : TerminalText
{
    internal ContextFinding(LintFinding finding, string root)
    {
        Rig = finding.Rig;
        Rule = finding.Rule;
        Severity = finding.Severity.ToString();
        Message = finding.Message;
        Hint = CommandWords.InPowerShell(finding.Hint);
        RelativePath = finding.Path;
        FullName = Path.Combine(root, finding.Path.Replace('/', Path.DirectorySeparatorChar));
        Line = finding.Line;
        EndLine = finding.EndLine;
    }

    /// <summary>Name of the rig; empty: a repository on its own.</summary>
    public string Rig { get; }

    public string Rule { get; }

    /// <summary><c>Info</c>, <c>Warning</c> or <c>Error</c>.</summary>
    public string Severity { get; }

    public string Message { get; }

    public string Hint { get; }

    public string RelativePath { get; }

    public string FullName { get; }

    public int Line { get; }

    public int EndLine { get; }

    /// <summary>The place as a view shows it.</summary>
    public string Place => Rig.Length == 0 ? $"{RelativePath}:{Line}" : $"{Rig}/{RelativePath}:{Line}";

    public override string ToString() => $"{Place}: {Message}";
}
