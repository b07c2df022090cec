using System.CommandLine;
using System.Globalization;
using CodeSyncer.Core.Records;
using CodeSyncer.Core.Tags;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.History;
using CodeSyncer.Platform.Records;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>why</c>: what explains a place, nearest first.</summary>
internal static class WhyVerb
{
    private const int Shown = 12;

    public static Command Create()
    {
        var place = new Argument<string>("place") { Description = "A file or folder, with :LINE behind it for one line.", HelpName = "path[:line]" };
        var limit = new Option<int?>("--limit") { Description = $"At most this many tags (0: all; {Shown} without it).", HelpName = "N" }.NotNegative();
        var json = CommonOptions.Json();
        var command = new Command("why", "Says why a place is as it is: tags around it, who wrote it, what it replaced, what brought it.") { place, limit, json };
        command.Runs(result =>
        {
            var start = result.StartDirectory();
            var named = result.GetValue(place)!;
            var isTown = false;
            var answers = WhyPlace.All(named, start, town =>
            {
                isTown = true;
                ScopeText.Warn(town);
            }).Select(found => (found, why: new WhyReader(found.Workspace).Read(found.Place, start, result.GetValue(limit) ?? (result.GetValue(json) ? 0 : Shown)))).ToList();
            if (result.GetValue(json))
                Terminal.WriteJson(writer => WhyJson.Write(writer, [.. answers.Select(answer => (answer.why, answer.found.Rig))], isTown));
            else
                answers.ForEach(answer => Print(answer.why, answer.found.IsFromTown ? answer.found.Rig : ""));
            return 0;
        });
        return command;
    }

    private static void Print(Why why, string rig)
    {
        void Line(string text) => Console.Out.WriteLine(SafeText.ForTerminal(text));
        Line(why.Path.Length == 0 ? (rig.Length == 0 ? "the repository" : rig) : ScopeText.Place(rig, why.Line is null ? why.Path : $"{why.Path}:{why.Line}"));
        if (why.Origin is { } origin)
            Line($"  {(origin.IsCut ? "here by" : "written")} {Said(origin)}");
        else if (why.Line is not null)
            Line("  in no commit yet");
        if (why.IsCut)
            Line("  the history is cut here (a shallow clone): what is older is not known; 'git fetch --unshallow' brings it");
        if (why.IsEmpty)
            Line("  nothing is on record here");
        var place = (Nearness?)null;
        foreach (var (near, by) in why.Tags)
        {
            if (near.Place != place)
                Line(Title(near.Place, why));
            place = near.Place;
            Line($"  {Words(near.Tag)}  {ScopeText.Place(rig, near.Tag.Path)}:{near.Tag.Line}{(by is null ? "" : $"  ({(by.IsCut ? "here by " : "")}{by.Author}, {Day(by)}, {by.Commit[..9]})")}");
            foreach (var older in near.Replaced)
                Line($"    replaced {Words(older)}  {ScopeText.Place(rig, older.Path)}{(why.Gone.Contains(older) ? " (gone)" : $":{older.Line}")}");
        }

        if (why.Beads.Count > 0)
            Line("beads");
        foreach (var bead in why.Beads)
            Line($"  {bead.Id}  {bead.Title} ({bead.Status})");
        if (why.Commits.Count > 0)
            Line("commits");
        foreach (var commit in why.Commits)
            Line($"  {commit.Commit[..9]}  {Day(commit)}  {commit.Author}  {commit.Subject}{(commit.IsCut ? "  (or an older one)" : "")}");
    }

    private static string Title(Nearness place, Why why) => place switch
    {
        Nearness.Line => "on it",
        Nearness.Enclosing => "on what encloses it",
        Nearness.File => "in the file",
        Nearness.Folder => "in the folder",
        _ => why.Path.Length == 0 ? "in the repository" : "for the repository",
    };

    private static string Words(Tag tag) => string.Join(' ', new[] { tag.Kind, tag.Date is null ? null : $"[{tag.Date}]", tag.HasExplicitId ? $"({tag.Id})" : null, tag.Text.Replace('\n', ' ') }.Where(word => word is not null));

    private static string Said(CommitNote note) => $"{Day(note)} by {note.Author} in {note.Commit[..9]}: {note.Subject}";

    private static string Day(CommitNote note) => note.AuthoredAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
