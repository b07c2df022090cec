using CodeSyncer.Platform.Onboarding;

namespace CodeSyncer.PowerShell.Output;

/// <summary>One finding of Test-CodeSyncer.</summary>
public sealed class WiringFinding : TerminalText
{
    internal WiringFinding(Finding finding, string repository)
    {
        State = finding.State.ToString();
        Check = finding.Check;
        Text = finding.Text;
        Advice = finding.Advice is null ? null : CommandWords.InPowerShell(finding.Advice);
        Repository = repository;
    }

    /// <summary><c>Ok</c>, <c>Warn</c> or <c>Fail</c>.</summary>
    public string State { get; }

    public string Check { get; }

    public string Text { get; }

    /// <summary>What to do; null where nothing is to be done.</summary>
    public string? Advice { get; }

    public string Repository { get; }

    public override string ToString() => $"{Check}: {Text}";
}
