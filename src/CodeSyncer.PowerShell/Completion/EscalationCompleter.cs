using CodeSyncer.Platform.Town;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers what nobody has acknowledged.</summary>
public sealed class EscalationCompleter : TownCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(TownWorkspace town) =>
        new TownReader(town).Escalations(isAll: false).Select(escalation => (escalation.Id, $"{escalation.Severity}: {escalation.Message.Subject}"));
}
