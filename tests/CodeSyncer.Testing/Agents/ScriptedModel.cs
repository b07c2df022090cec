using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace CodeSyncer.Testing.Agents;

/// <summary>
/// A model server on loopback that says what a script says, and keeps every request: the streaming Messages API of Anthropic
/// and the streaming Responses API of OpenAI, as far as their command line agents use them.
/// </summary>
public sealed class ScriptedModel : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<string, ScriptedTurn> _answer;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ManualResetEventSlim _held = new();
    private int _count;

    /// <summary>Says one turn after the other, whoever asks.</summary>
    public ScriptedModel(params IEnumerable<ScriptedTurn> script)
        : this(InOrder(script))
    {
    }

    /// <param name="answer">Gives the turn for the body of a request; called by several at once.</param>
    public ScriptedModel(Func<string, ScriptedTurn> answer)
    {
        _answer = answer;
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(Listen);
    }

    /// <summary>Without a slash at its end.</summary>
    public string Address { get; }

    /// <summary>Bodies of the requests that were answered with turns of the script, or would have been.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>All text that the model got with its first request.</summary>
    public string FirstRequest => Texts(0);

    /// <summary>All texts in a request, joined: what the agent's context holds then.</summary>
    public string Texts(int request) => request < Requests.Count ? Flatten(JsonNode.Parse(Requests[request])!) : "";

    /// <summary>All texts of the last request.</summary>
    public string LastTexts => Texts(Requests.Count - 1);

    /// <summary>Waits until the agent hangs at a held turn.</summary>
    public bool WaitUntilHeld(TimeSpan most) => _held.Wait(most);

    public void Dispose()
    {
        _listener.Close();
        _held.Dispose();
    }

    private static Func<string, ScriptedTurn> InOrder(IEnumerable<ScriptedTurn> script)
    {
        var turns = new ConcurrentQueue<ScriptedTurn>(script);
        return _ => turns.TryDequeue(out var next) ? next : ScriptedTurn.Says("done");
    }

    private async Task Listen()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync().ConfigureAwait(false);
                _ = Task.Run(() => Answer(context));
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        try
        {
            var path = context.Request.Url!.AbsolutePath;
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var body = reader.ReadToEnd();
            if (context.Request.HttpMethod != "POST" || path.EndsWith("/count_tokens", StringComparison.Ordinal))
                Send(context, "application/json", path.EndsWith("/count_tokens", StringComparison.Ordinal) ? """{"input_tokens":1}""" : """{"data":[]}""");
            else if (path.EndsWith("/messages", StringComparison.Ordinal))
                Turn(context, body, JsonNode.Parse(body)!["tools"] is JsonArray { Count: > 0 }, Anthropic);
            else if (path.EndsWith("/responses", StringComparison.Ordinal))
                Turn(context, body, true, OpenAI);
            else
                Send(context, "application/json", "{}");
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or IOException)
        {
            // The agent has gone.
        }
    }

    private void Turn(HttpListenerContext context, string body, bool isMain, Func<ScriptedTurn, int, IEnumerable<JsonObject>> stream)
    {
        var turn = ScriptedTurn.Says("ok");
        if (isMain)
        {
            _requests.Enqueue(body);
            turn = _answer(body);
        }

        if (turn.IsHeld)
        {
            // The connection stays open until the agent or the test ends.
            _held.Set();
            return;
        }

        Send(context, "text/event-stream", string.Concat(stream(turn, Interlocked.Increment(ref _count)).Select(item => $"event: {item["type"]}\ndata: {item.ToJsonString()}\n\n")));
    }

    private static IEnumerable<JsonObject> Anthropic(ScriptedTurn turn, int number)
    {
        yield return new() { ["type"] = "message_start", ["message"] = new JsonObject { ["id"] = $"msg_{number}", ["type"] = "message", ["role"] = "assistant", ["model"] = "scripted", ["content"] = new JsonArray(), ["usage"] = new JsonObject { ["input_tokens"] = 1, ["output_tokens"] = 1 } } };
        if (turn.Tool is not null)
        {
            yield return new() { ["type"] = "content_block_start", ["index"] = 0, ["content_block"] = new JsonObject { ["type"] = "tool_use", ["id"] = $"toolu_{number}", ["name"] = turn.Tool, ["input"] = new JsonObject() } };
            yield return new() { ["type"] = "content_block_delta", ["index"] = 0, ["delta"] = new JsonObject { ["type"] = "input_json_delta", ["partial_json"] = turn.Input!.ToJsonString() } };
        }
        else
        {
            yield return new() { ["type"] = "content_block_start", ["index"] = 0, ["content_block"] = new JsonObject { ["type"] = "text", ["text"] = "" } };
            yield return new() { ["type"] = "content_block_delta", ["index"] = 0, ["delta"] = new JsonObject { ["type"] = "text_delta", ["text"] = turn.Text } };
        }

        yield return new() { ["type"] = "content_block_stop", ["index"] = 0 };
        yield return new() { ["type"] = "message_delta", ["delta"] = new JsonObject { ["stop_reason"] = turn.Tool is null ? "end_turn" : "tool_use" }, ["usage"] = new JsonObject { ["output_tokens"] = 1 } };
        yield return new() { ["type"] = "message_stop" };
    }

    private static IEnumerable<JsonObject> OpenAI(ScriptedTurn turn, int number)
    {
        yield return new() { ["type"] = "response.created", ["response"] = new JsonObject { ["id"] = $"resp_{number}" } };
        var item = turn.Tool is null
            ? new JsonObject { ["type"] = "message", ["role"] = "assistant", ["id"] = $"item_{number}", ["content"] = new JsonArray(new JsonObject { ["type"] = "output_text", ["text"] = turn.Text }) }
            : new JsonObject { ["type"] = "function_call", ["call_id"] = $"call_{number}", ["name"] = turn.Tool, ["arguments"] = turn.Input!.ToJsonString() };
        yield return new() { ["type"] = "response.output_item.done", ["item"] = item };
        yield return new() { ["type"] = "response.completed", ["response"] = new JsonObject { ["id"] = $"resp_{number}", ["usage"] = new JsonObject { ["input_tokens"] = 1, ["output_tokens"] = 1, ["total_tokens"] = 2 } } };
    }

    private static void Send(HttpListenerContext context, string type, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        context.Response.ContentType = type;
        context.Response.ContentLength64 = bytes.Length;
        context.Response.OutputStream.Write(bytes);
        context.Response.Close();
    }

    /// <summary>All texts in the body of a request, joined.</summary>
    public static string TextsOf(string request) => Flatten(JsonNode.Parse(request)!);

    private static string Flatten(JsonNode? node) => node switch
    {
        JsonObject item => string.Join('\n', item.Where(pair => pair.Key is not ("tools" or "type" or "role")).Select(pair => Flatten(pair.Value))),
        JsonArray items => string.Join('\n', items.Select(Flatten)),
        JsonValue value => value.TryGetValue<string>(out var text) ? text : "",
        _ => "",
    };

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
