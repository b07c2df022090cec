using CodeSyncer.Testing;
using CodeSyncer.Testing.Agents;

namespace CodeSyncer.Cli.Tests.Agents;

public sealed class ClaudeCodeTests : LiveAgentTests
{
    protected override LiveAgent Agent(GitSandbox sandbox, ScriptedModel model, string repository) => LiveAgent.ClaudeCode(sandbox, model);

    protected override ScriptedTurn Edits(string path, string content) =>
        ScriptedTurn.Uses("Write", new() { ["file_path"] = path, ["content"] = content });

    protected override ScriptedTurn Shell(string command) =>
        ScriptedTurn.Uses("Bash", new() { ["command"] = command, ["description"] = "as scripted" });
}
