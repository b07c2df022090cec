using System.Globalization;
using CodeSyncer.Core.Text;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.Cli.Verbs.Work;

/// <summary>Saved work, for people.</summary>
internal static class WorkText
{
    private const int FewPaths = 10;

    public static void PrintSaved(SaveResult saved)
    {
        var state = saved.Work.State;
        var what = Changes(state);
        Line(saved.IsNew ? $"saved {saved.Work.ShortId}: {Place(state)}, {what}" : $"nothing has changed since {saved.Work.ShortId} of {Time(state)}: {Place(state)}, {what}");
        PrintLeftOut(state.LeftOut, state.LeftOutCount);
        if (state.IsHistoryLeftOut)
            Line("  the commits that were never pushed are not in it: they are larger than a save may be (work.max_save)");
    }

    public static void PrintList(List<SavedWork> saves, bool isAll)
    {
        if (saves.Count == 0)
            Line("nothing is saved");
        foreach (var save in saves)
        {
            var state = save.State;
            var who = isAll ? $"  {state.Agent}" : "";
            var bead = state.Bead is null ? "" : $"  {state.Bead}";
            var note = state.Note is null ? "" : $"  \"{state.Note}\"";
            Line($"{save.ShortId}  {Time(state)}{who}  {Place(state)}  {Changes(state)}{bead}  ({state.Event}){note}");
        }
    }

    public static void Print(SavedWork save)
    {
        var state = save.State;
        Line($"{save.Id}");
        Line($"by {state.Agent}, {Time(state)} ({state.Event}), in {state.WorkTree}");
        Line($"{Place(state)}: {Changes(state)}{(state.Operation is null ? "" : $", a {state.Operation} in progress")}");
        Optional("bead", state.Bead);
        Optional("step", state.Step);
        Optional("note", state.Note);
        if (state.Carried is { } carried)
            Line($"carried over from {carried.From}: {Listed(carried.Paths, carried.Paths.Count)}");
        PrintLeftOut(state.LeftOut, state.LeftOutCount);
        Line("");
    }

    public static void Print(RestoreResult restored)
    {
        var state = restored.Work.State;
        Line($"restored {restored.Work.ShortId} of {Time(state)} into {restored.WorkTree}: {Count(restored.Written.Count, "file")} written, {Count(restored.Deleted.Count, "file")} deleted");
        if (restored.MovedHead)
            Line($"  HEAD is at {state.Head?[..10]} again");
        if (restored.OperationLeftOut is { } operation)
            Line($"  the {operation} that was in progress is not: its branch is checked out in another work tree");
        foreach (var (path, commit) in restored.SubmodulesElsewhere)
            Line($"  the submodule {path} was at {commit[..10]} and is not: git could not check that out");
        PrintLeftOut(restored.LeftOut, state.LeftOutCount);
    }

    private static void PrintLeftOut(IReadOnlyList<LeftOut> left, int count)
    {
        foreach (var file in left.Take(FewPaths))
            Line($"  not saved: {file.Path} {file.Reason}");
        if (count > FewPaths)
            Line(string.Create(CultureInfo.InvariantCulture, $"  not saved: {count - FewPaths} more"));
    }

    private static void Optional(string name, string? value)
    {
        if (value is not null)
            Line($"{name}: {value}");
    }

    private static string Place(WorkState state) =>
        (state.Branch ?? "(no branch)") + (state.Head is null ? " before its first commit" : $" at {state.Head[..10]}");

    private static string Changes(WorkState state) => state.ChangedCount == 0 ? "no changes" : Count(state.ChangedCount, "changed file");

    private static string Listed(IReadOnlyList<string> paths, int count) =>
        string.Join(", ", paths.Take(FewPaths)) + (count > FewPaths ? string.Create(CultureInfo.InvariantCulture, $" and {count - FewPaths} more") : "");

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    private static string Time(WorkState state) => state.Time.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static void Line(string text) => Console.Out.WriteLine(SafeText.ForTerminal(text));
}
