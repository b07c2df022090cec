using System.Text.Json;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.Cli.Verbs.Work;

/// <summary>Saved work, for programs: the keys of <c>state.json</c>, and the id of the save.</summary>
internal static class WorkJson
{
    public static void Write(Utf8JsonWriter writer, SavedWork work)
    {
        writer.WriteStartObject();
        writer.WriteString("id", work.Id);
        using var state = JsonDocument.Parse(work.State.ToJson());
        foreach (var property in state.RootElement.EnumerateObject().Where(property => property.Name != "version"))
            property.WriteTo(writer);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, IEnumerable<SavedWork> saves)
    {
        writer.WriteStartArray();
        foreach (var save in saves)
            Write(writer, save);
        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, RestoreResult restored)
    {
        writer.WriteStartObject();
        writer.WriteString("id", restored.Work.Id);
        writer.WriteString("work_tree", restored.WorkTree);
        writer.WriteTexts("written", restored.Written);
        writer.WriteTexts("deleted", restored.Deleted);
        writer.WriteBoolean("moved_head", restored.MovedHead);
        writer.WriteString("operation_left_out", restored.OperationLeftOut);
        writer.WriteTexts("submodules_elsewhere", [.. restored.SubmodulesElsewhere.Select(submodule => submodule.Path)]);
        writer.WriteStartArray("left_out");
        foreach (var left in restored.LeftOut)
            Write(writer, left);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, LeftOut left)
    {
        writer.WriteStartObject();
        writer.WriteString("path", left.Path);
        writer.WriteString("reason", left.Reason);
        if (left.Size is { } size)
            writer.WriteNumber("size", size);
        writer.WriteEndObject();
    }
}
