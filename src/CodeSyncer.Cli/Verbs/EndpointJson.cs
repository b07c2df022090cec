using System.Text.Json;
using CodeSyncer.Core.Context.Town;
using CodeSyncer.Core.Endpoints;

namespace CodeSyncer.Cli.Verbs;

/// <summary>The contract: method, path, rig, file, line, request, response, callers.</summary>
internal static class EndpointJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<OfferedEndpoint> endpoints)
    {
        writer.WriteStartArray();
        foreach (var (endpoint, callers) in endpoints)
        {
            writer.WriteStartObject();
            Write(writer, endpoint);
            writer.WriteStartArray("callers");
            foreach (var caller in callers)
            {
                writer.WriteStartObject();
                writer.WriteString("rig", caller.Rig);
                writer.WriteString("project", caller.Project);
                writer.WriteString("file", caller.Path);
                writer.WriteNumber("line", caller.Line);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<UnmatchedCall> calls)
    {
        writer.WriteStartArray();
        foreach (var (call, nearest) in calls)
        {
            writer.WriteStartObject();
            Write(writer, call);
            writer.WritePropertyName("nearest");
            if (nearest is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                writer.WriteStartObject();
                Write(writer, nearest);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<MadeCall> calls)
    {
        writer.WriteStartArray();
        foreach (var (call, answers, isElsewhere) in calls)
        {
            writer.WriteStartObject();
            Write(writer, call);
            writer.WriteBoolean("elsewhere", isElsewhere);
            writer.WriteStartArray("answers");
            foreach (var answer in answers)
            {
                writer.WriteStartObject();
                Write(writer, answer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Who calls whom, between projects: nodes with id, rig and project; edges from the caller's id.</summary>
    public static void WriteGraph(Utf8JsonWriter writer, EndpointMap map)
    {
        var edges = CallGraph.Edges(map);
        writer.WriteStartObject();
        writer.WriteStartArray("nodes");
        foreach (var node in edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct().Order())
        {
            writer.WriteStartObject();
            writer.WriteString("id", CallGraph.NameOf(node));
            writer.WriteString("rig", node.Rig);
            writer.WriteString("project", node.Project);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("edges");
        foreach (var (from, to) in edges)
        {
            writer.WriteStartObject();
            writer.WriteString("from", CallGraph.NameOf(from));
            writer.WriteString("to", CallGraph.NameOf(to));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, EndpointCall call)
    {
        writer.WriteString("method", call.Method);
        writer.WriteString("path", call.Template);
        writer.WriteString("host", call.Host);
        writer.WriteString("rig", call.Rig);
        writer.WriteString("project", call.Project);
        writer.WriteString("file", call.Path);
        writer.WriteNumber("line", call.Line);
        writer.WriteString("framework", call.Framework);
    }

    private static void Write(Utf8JsonWriter writer, Endpoint endpoint)
    {
        writer.WriteString("method", endpoint.Method);
        writer.WriteString("path", endpoint.Template);
        writer.WriteString("rig", endpoint.Rig);
        writer.WriteString("project", endpoint.Project);
        writer.WriteString("file", endpoint.Path);
        writer.WriteNumber("line", endpoint.Line);
        writer.WriteString("framework", endpoint.Framework);
        writer.WriteString("request", endpoint.Request);
        writer.WriteString("response", endpoint.Response);
    }
}
