using CodeSyncer.Core.Agents;
using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Tests.Agents.Dialects;

/// <summary>What tools are about to do, whatever an agent calls them.</summary>
public class ToolTests
{
    private const string Patch = "*** Begin Patch\\n*** Add File: a.txt\\n+x\\n*** Update File: b.txt\\n*** Move to: c/d.txt\\n@@\\n*** End Patch";

    [Theory]
    [InlineData("Edit", "{\"file_path\":\"a\"}", "a")]
    [InlineData("NotebookEdit", "{\"notebook_path\":\"a.ipynb\"}", "a.ipynb")]
    [InlineData("MultiEdit", "{\"file_path\":\"a\",\"edits\":[{}]}", "a")]
    [InlineData("search_replace", "{\"file_path\":\"a\"}", "a")]
    [InlineData("StrReplace", "{\"path\":\"a\"}", "a")]
    [InlineData("create_file", "{\"filePath\":\"a\"}", "a")]
    [InlineData("some_future_tool", "{\"path\":\"a\"}", "a")]
    [InlineData("mcp__files__write_file", "{\"path\":\"a\"}", "a")]
    [InlineData("str_replace_editor", "{\"command\":\"str_replace\",\"path\":\"a\"}", "a")]
    [InlineData("str_replace_editor", "{\"command\":\"create\",\"path\":\"a\"}", "a")]
    [InlineData("apply_patch", "{\"input\":\"" + Patch + "\"}", "a.txt|b.txt|c/d.txt")]
    [InlineData("apply_patch", "{\"command\":\"" + Patch + "\"}", "a.txt|b.txt|c/d.txt")]
    [InlineData("shell", "{\"command\":[\"apply_patch\",\"" + Patch + "\"]}", "a.txt|b.txt|c/d.txt")]
    [InlineData("Write", "{\"file_path\":\"doc.md\",\"content\":\"" + Patch + "\"}", "doc.md")]
    [InlineData("Edit", "{\"file_path\":\"\",\"path\":\"a\"}", "a")]
    [InlineData("str_replace_editor", "{\"command\":\"view\",\"path\":\"a\"}", "")]
    [InlineData("Read", "{\"file_path\":\"a\"}", "")]
    [InlineData("ReadFile", "{\"path\":\"a\"}", "")]
    [InlineData("view", "{\"path\":\"a\"}", "")]
    [InlineData("LS", "{\"path\":\"a\"}", "")]
    [InlineData("Glob", "{\"path\":\"a\"}", "")]
    [InlineData("list_directory", "{\"path\":\"a\"}", "")]
    [InlineData("SemanticSearch", "{\"path\":\"a\"}", "")]
    [InlineData("mcp__files__read_text_file", "{\"path\":\"a\"}", "")]
    [InlineData("Bash", "{\"command\":\"ls\",\"path\":\"a\"}", "")]
    [InlineData("Edit", "{\"file_path\":7,\"path\":[\"a\"]}", "")]
    [InlineData("task", "{\"prompt\":\"edit a\"}", "")]
    public void What_a_tool_edits_is_told_from_what_it_reads(string tool, string input, string expected) =>
        Assert.Equal(expected, string.Join('|', Of(tool, input).Edits));

    [Theory]
    [InlineData("Bash", "{\"command\":\"git status\"}", "git status")]
    [InlineData("shell", "{\"command\":[\"bash\",\"-lc\",\"git status\"]}", "bash -lc git status")]
    [InlineData("exec_command", "{\"cmd\":\"git status\"}", "git status")]
    [InlineData("Bash", "{\"command\":\"\"}", null)]
    [InlineData("str_replace_editor", "{\"command\":\"create\",\"path\":\"a\"}", null)]
    [InlineData("apply_patch", "{\"command\":\"" + Patch + "\"}", null)]
    [InlineData("Edit", "{\"file_path\":\"a\"}", null)]
    public void Only_a_shell_has_a_command(string tool, string input, string? expected) => Assert.Equal(expected, Of(tool, input).Command);

    [Theory]
    [InlineData("Delete", "{\"path\":\"a\"}", true)]
    [InlineData("delete_file", "{\"target_file\":\"a\"}", true)]
    [InlineData("mcp__files__move_file", "{\"path\":\"a\"}", true)]
    [InlineData("apply_patch", "{\"input\":\"" + Patch + "\"}", true)]
    [InlineData("apply_patch", "{\"input\":\"*** Begin Patch\\n*** Delete File: a\\n*** End Patch\"}", true)]
    [InlineData("apply_patch", "{\"input\":\"*** Begin Patch\\n*** Update File: a\\n*** End Patch\"}", false)]
    [InlineData("Write", "{\"file_path\":\"a\"}", false)]
    [InlineData("Delete", "{}", false)]
    [InlineData("Bash", "{\"command\":\"rm a\"}", false)]
    public void A_tool_that_takes_files_away_is_known(string tool, string input, bool expected) => Assert.Equal(expected, Of(tool, input).IsDeletion);

    [Theory]
    [InlineData("{\"command\":\"view\",\"path\":\"a\"}", "view", "")]
    [InlineData("not JSON", "edit", "")]
    [InlineData("{\\\"path\\\":\\\"a\\\"}", "edit", "a")]
    [InlineData(Patch, "apply_patch", "a.txt|b.txt|c/d.txt")]
    public void Copilots_arguments_may_be_a_text(string text, string tool, string expected)
    {
        var arguments = text.StartsWith("{\"", StringComparison.Ordinal) ? text : $"\"{text}\"";
        var read = AgentCatalog.Find("copilot")!.Dialect.Read(AgentEventKind.BeforeTool, JsonFields.Parse($"{{\"toolName\":\"{tool}\",\"toolArgs\":{arguments}}}"));
        Assert.Equal(expected, string.Join('|', read.Edits));
    }

    private static AgentEvent Of(string tool, string input) =>
        AgentCatalog.Find("claude")!.Dialect.Read(AgentEventKind.BeforeTool, JsonFields.Parse($"{{\"tool_name\":\"{tool}\",\"tool_input\":{input}}}"));
}
