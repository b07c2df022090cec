using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CodeSyncer.Core.Records;
using CodeSyncer.Core.Tags;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Records;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>why</c>: what explains a place, nearest first.</summary>
internal static class WhyVerb
{
    private const int Shown = 12;

    public static Command Create()
    {
        var place = new Argument<string>("place") { Description = "A file or folder, with :LINE behind it for one line.", HelpName = "path[:line]" };
        var limit = new Option<int?>("--limit") { Description = $"At most this many tags (0: all; {Shown} without it).", HelpName = "N" };
        var json = CommonOptions.Json();
        var command = new Command("why", "Says why a place is as it is: tags around it, who wrote it, what it replaced, what brought it.") { place, limit, json };
        command.Runs(result =>
        {
            var start = result.StartDirectory();
            var named = result.GetValue(place)!;
            var folder = Path.GetFullPath(named, start);
            while (!Directory.Exists(folder))
                folder = Path.GetDirectoryName(folder)!;
            var why = new WhyReader(Workspace.Open(folder)).Read(named, start, result.GetValue(limit) ?? (result.GetValue(json) ? 0 : Shown));
            if (result.GetValue(json))
                Terminal.WriteJson(writer => Write(writer, why));
            else
                Print(why);
            return 0;
        });
        return command;
    }

    private static void Print(Why why)
    {
        void Line(string text) => Console.Out.WriteLine(SafeText.ForTerminal(text));
        Line(why.Path.Length == 0 ? "the repository" : why.Line is null ? why.Path : $"{why.Path}:{why.Line}");
        if (why.Origin is { } origin)
            Line($"  written {Said(origin)}");
        else if (why.Line is not null)
            Line("  in no commit yet");
        if (why.IsEmpty)
            Line("  nothing is on record here");
        var place = (Nearness?)null;
        foreach (var (near, by) in why.Tags)
        {
            if (near.Place != place)
                Line($"{Title(near.Place)}");
            place = near.Place;
            Line($"  {Words(near.Tag)}  {near.Tag.Path}:{near.Tag.Line}{(by is null ? "" : $"  ({by.Author}, {Day(by)}, {by.Commit[..9]})")}");
            foreach (var older in near.Replaced)
                Line($"    replaced {Words(older)}  {older.Path}:{older.Line}");
        }

        if (why.Beads.Count > 0)
            Line("beads");
        foreach (var bead in why.Beads)
            Line($"  {bead.Id}  {bead.Title} ({bead.Status})");
        if (why.Commits.Count > 0)
            Line("commits");
        foreach (var commit in why.Commits)
            Line($"  {commit.Commit[..9]}  {Day(commit)}  {commit.Author}  {commit.Subject}");
    }

    private static string Title(Nearness place) => place switch
    {
        Nearness.Line => "on it",
        Nearness.Enclosing => "on what encloses it",
        Nearness.File => "in the file",
        Nearness.Folder => "in the folder",
        _ => "for the repository",
    };

    private static string Words(Tag tag) => string.Join(' ', new[] { tag.Kind, tag.Date is null ? null : $"[{tag.Date}]", tag.HasExplicitId ? $"({tag.Id})" : null, tag.Text.Replace('\n', ' ') }.Where(word => word is not null));

    private static string Said(CommitNote note) => $"{Day(note)} by {note.Author} in {note.Commit[..9]}: {note.Subject}";

    private static string Day(CommitNote note) => note.AuthoredAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter writer, Why why)
    {
        writer.WriteStartObject();
        writer.WriteString("path", why.Path);
        if (why.Line is { } line)
            writer.WriteNumber("line", line);
        Write(writer, "origin", why.Origin);
        writer.WriteStartArray("tags");
        foreach (var (near, origin) in why.Tags)
        {
            writer.WriteStartObject();
            writer.WriteString("place", near.Place.ToString().ToLowerInvariant());
            writer.WriteNumber("score", Math.Round(near.Score, 3));
            TagJson.WriteFields(writer, near.Tag);
            Write(writer, "origin", origin);
            writer.WriteStartArray("replaced");
            foreach (var older in near.Replaced)
            {
                writer.WriteStartObject();
                TagJson.WriteFields(writer, older);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("beads");
        foreach (var bead in why.Beads)
        {
            writer.WriteStartObject();
            writer.WriteString("id", bead.Id);
            writer.WriteString("title", bead.Title);
            writer.WriteString("status", bead.Status);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("commits");
        foreach (var commit in why.Commits)
            CommitJson.WriteObject(writer, commit);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, CommitNote? note)
    {
        writer.WritePropertyName(name);
        if (note is null)
            writer.WriteNullValue();
        else
            CommitJson.WriteObject(writer, note);
    }
}
