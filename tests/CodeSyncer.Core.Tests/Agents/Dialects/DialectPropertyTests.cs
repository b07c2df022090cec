using System.Text.Json.Nodes;
using CodeSyncer.Core.Agents;
using CodeSyncer.Core.Ledger;
using CsCheck;

namespace CodeSyncer.Core.Tests.Agents.Dialects;

public class DialectPropertyTests
{
    private static readonly string[] Keys =
    [
        "session_id", "sessionId", "conversation_id", "agent_id", "agentId", "parentAgentId", "cwd", "workspace_roots", "source", "prompt", "initialPrompt",
        "tool_name", "toolName", "tool_input", "toolArgs", "command", "file_path", "path", "cmd", "future", "timestamp",
    ];

    private static readonly (AgentProfile Agent, AgentHook Hook)[] Hooks = [.. AgentCatalog.All.SelectMany(agent => agent.Hooks.Select(hook => (agent, hook)))];

    private static readonly Gen<JsonNode?> Leaf = Gen.OneOf(
        Gen.String.Select(text => (JsonNode?)JsonValue.Create(text)), Gen.Int.Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Bool.Select(value => (JsonNode?)JsonValue.Create(value)), Gen.Const((JsonNode?)null),
        Gen.OneOfConst("Write", "apply_patch", "*** Begin Patch\n*** Delete File: \n*** Add File: x", "{\"path\":\"a\"}", "{", "").Select(text => (JsonNode?)JsonValue.Create(text)));

    private static readonly Gen<JsonNode?> Value = Gen.OneOf(
        Leaf, Leaf.Array[0, 3].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])), Object(Leaf).Select(found => (JsonNode?)found));

    [Fact]
    public void Whatever_an_agent_reports_is_read() =>
        Gen.Select(Gen.Int[0, Hooks.Length - 1], Object(Value)).Sample((at, input) =>
        {
            var (agent, hook) = Hooks[at];
            var read = agent.Dialect.Read(hook.Kind, JsonFields.Parse(Json(input)));
            Assert.Equal(hook.Kind, read.Kind);
            Assert.All(read.Edits, path => Assert.NotEqual("", path));
            Assert.Equal(read.Edits.Distinct(), read.Edits);
        }, iter: 4_000);

    [Fact]
    public void Whatever_we_say_arrives_as_it_is() =>
        Gen.Select(Gen.Int[0, Hooks.Length - 1], Gen.String.Select(WithoutHalfPairs), Gen.Bool).Sample((at, text, isRefusal) =>
        {
            var (agent, hook) = Hooks[at];
            var answer = isRefusal ? new EventAnswer(Refusal: text) : new EventAnswer(text);
            var written = agent.Dialect.Write(hook.Name, hook.Kind, answer);
            var isHeard = isRefusal ? hook.Kind == AgentEventKind.BeforeTool : text.Length > 0 && agent.Dialect.Hears(hook.Kind);
            Assert.Equal(isHeard, written.Length > 0);
            if (!isHeard)
                return;
            Assert.Equal(written.Length - 1, written.IndexOf('\n', StringComparison.Ordinal));
            Assert.Contains(text, Strings(JsonNode.Parse(written)!));
        }, iter: 4_000);

    private static Gen<JsonObject> Object(Gen<JsonNode?> value) =>
        Gen.Select(Gen.OneOfConst(Keys), value).Array[0, 8].Select(members =>
        {
            var found = new JsonObject();
            foreach (var (key, node) in members)
                found[key] = node?.DeepClone();
            return found;
        });

    private static string Json(JsonObject input) => input.ToJsonString();

    private static string WithoutHalfPairs(string text) => string.Concat(text.Where(c => !char.IsSurrogate(c)));

    private static IEnumerable<string> Strings(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Strings(member.Value!)),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
