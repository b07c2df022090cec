using CodeSyncer.Platform.Work;

namespace CodeSyncer.PowerShell.Completion;

/// <summary>Offers the ids of saves, the newest first, each with when, where and why it was made.</summary>
public sealed class WorkHookCompleter : WorkCompleter
{
    private protected override IEnumerable<(string Text, string About)> Offers(IEnumerable<SavedWork> saves) =>
        saves.Select(save => (save.ShortId, $"{save.State.Time.LocalDateTime:yyyy-MM-dd HH:mm} {save.State.Agent} {save.State.Branch} ({save.State.Event}) {save.State.Note}"));
}
