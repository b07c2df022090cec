using CodeSyncer.Testing;
using CodeSyncer.Testing.Agents;

namespace CodeSyncer.Cli.Tests.Agents;

public sealed class CodexTests : LiveAgentTests
{
    protected override LiveAgent Agent(GitSandbox sandbox, ScriptedModel model, string repository) => LiveAgent.Codex(sandbox, model, repository);

    protected override ScriptedTurn Edits(string path, string content) =>
        Shell($"apply_patch <<'EOF'\n*** Begin Patch\n*** Add File: {path}\n{string.Concat(content.TrimEnd('\n').Split('\n').Select(line => $"+{line}\n"))}*** End Patch\nEOF");

    protected override ScriptedTurn Shell(string command) => ScriptedTurn.Uses("exec_command", new() { ["cmd"] = command });
}
