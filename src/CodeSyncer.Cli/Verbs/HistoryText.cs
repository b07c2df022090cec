using System.Globalization;
using System.Text.Json;
using CodeSyncer.Core.Records;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Cli.Verbs;

/// <summary>What happened to tags, for people and for programs.</summary>
internal static class HistoryText
{
    public static void Print(IReadOnlyList<(string Rig, TagLife Life)> lives)
    {
        void Line(string text) => Console.Out.WriteLine(SafeText.ForTerminal(text));
        foreach (var (rig, life) in lives)
        {
            var tag = life.Tag;
            Line($"{ScopeText.Place(rig, tag.Path)}{(life.IsAlive ? $":{tag.Line}" : " (gone)")}: {tag.Kind}{(tag.Date is null ? "" : $" [{tag.Date}]")} ({tag.Id}) {tag.Text.Replace('\n', ' ')}");
            foreach (var one in life.Events)
            {
                var day = one.AuthoredAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                Line($"    {Word(one)} {day} {one.Commit[..9]} by {one.Author}: {one.Subject}{Detail(one)}");
            }
        }
    }

    public static void WriteJson(Utf8JsonWriter writer, IReadOnlyList<(string Rig, TagLife Life)> lives)
    {
        writer.WriteStartArray();
        foreach (var (rig, life) in lives)
        {
            writer.WriteStartObject();
            if (rig.Length > 0)
                writer.WriteString("rig", rig);
            TagJson.WriteFields(writer, life.Tag);
            writer.WriteBoolean("alive", life.IsAlive);
            writer.WriteStartArray("history");
            foreach (var one in life.Events)
            {
                writer.WriteStartObject();
                writer.WriteString("event", one.Kind.ToString().ToLowerInvariant());
                writer.WriteBoolean("cut", one.IsCut);
                writer.WriteString("commit", one.Commit);
                writer.WriteString("author", one.Author);
                writer.WriteString("authored_at", one.AuthoredAt);
                writer.WriteString("subject", one.Subject);
                writer.WriteString("path", one.Tag.Path);
                writer.WriteNumber("line", one.Tag.Line);
                writer.WriteString("text", one.Tag.Text);
                writer.WriteString("before", one.Before?.Text);
                writer.WriteString("other", one.Before?.Id);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Word(TagEvent one) => (one.IsCut ? "here by" : one.Kind.ToString().ToLowerInvariant()).PadRight(10);

    private static string Detail(TagEvent one) => one.Kind switch
    {
        TagEventKind.Reworded => $"; before: {one.Before!.Text.Replace('\n', ' ')}",
        TagEventKind.Moved => $"; from {one.Before!.Path}",
        TagEventKind.Kept => one.Before is null ? "; another branch had dropped it" : $"; not taken: {one.Before.Text.Replace('\n', ' ')}",
        TagEventKind.Superseded => $"; by ({one.Before!.Id}) {one.Before.Text.Replace('\n', ' ')}",
        _ => "",
    };
}
