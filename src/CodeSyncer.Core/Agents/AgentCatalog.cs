using CodeSyncer.Core.Agents.Dialects;

namespace CodeSyncer.Core.Agents;

/// <summary>
/// The agents that are known. Sources: the published documentation of each agent's hooks; the limits are theirs.
/// </summary>
public static class AgentCatalog
{
    private const string EditAndShellTools = "Edit|Write|MultiEdit|NotebookEdit|Bash|PowerShell";

    public static IReadOnlyList<AgentProfile> All { get; } =
    [
        new()
        {
            Name = "claude",
            Title = "Claude Code",
            Program = "claude",
            Headless = ["-p", "{prompt}"],
            Resume = ["--resume", "{session}"],
            SettingsFile = ".claude/settings.local.json",
            SharedSettingsFile = ".claude/settings.json",
            Hooks =
            [
                new("SessionStart", AgentEventKind.SessionStart, 15),
                new("UserPromptSubmit", AgentEventKind.Prompt, 10),
                new("PreToolUse", AgentEventKind.BeforeTool, 30, EditAndShellTools),
                new("PostToolUse", AgentEventKind.AfterTool, 10, EditAndShellTools),
                new("PreCompact", AgentEventKind.BeforeCompaction, 30),
                new("Stop", AgentEventKind.TurnEnd, 30),
                new("SubagentStop", AgentEventKind.TurnEnd, 30),
                new("SessionEnd", AgentEventKind.SessionEnd, 30),
            ],
            MostCharacters = 10_000,
            SessionVariable = "CLAUDE_CODE_SESSION_ID",
            IsToldBeforeTool = true,
            Dialect = new ClaudeDialect(),
        },
        new()
        {
            Name = "codex",
            Title = "Codex",
            Program = "codex",
            Headless = ["exec", "{prompt}"],
            Resume = ["exec", "resume", "{session}"],
            SettingsFile = ".codex/hooks.json",
            SharedSettingsFile = ".codex/hooks.json",
            Hooks =
            [
                new("SessionStart", AgentEventKind.SessionStart, 15),
                new("UserPromptSubmit", AgentEventKind.Prompt, 10),
                new("PreToolUse", AgentEventKind.BeforeTool, 30),
                new("PostToolUse", AgentEventKind.AfterTool, 10),
                new("PreCompact", AgentEventKind.BeforeCompaction, 30),
                new("Stop", AgentEventKind.TurnEnd, 30),
                new("SubagentStop", AgentEventKind.TurnEnd, 30),
                new("SessionEnd", AgentEventKind.SessionEnd, 3),
            ],
            // 2,500 tokens; a token is seldom fewer than three characters of such text.
            MostCharacters = 7_000,
            SessionVariable = "CODEX_SESSION_ID",
            LeftToDo = "start codex here once, trust the folder and approve the hooks ('/hooks' lists them): until then it does not run them",
            IsToldBeforeTool = true,
            Dialect = new ClaudeDialect(),
        },
        new()
        {
            Name = "gemini",
            Title = "Gemini CLI",
            Program = "gemini",
            Headless = ["-p", "{prompt}"],
            Resume = ["--resume", "{session}"],
            SettingsFile = ".gemini/settings.json",
            SharedSettingsFile = ".gemini/settings.json",
            Hooks =
            [
                new("SessionStart", AgentEventKind.SessionStart, 15),
                new("BeforeAgent", AgentEventKind.Prompt, 10),
                new("BeforeTool", AgentEventKind.BeforeTool, 30),
                new("AfterTool", AgentEventKind.AfterTool, 10),
                // It comes before every request to the model, whether anything is compacted or not.
                new("PreCompress", AgentEventKind.TurnEnd, 30),
                new("AfterAgent", AgentEventKind.TurnEnd, 30),
                new("SessionEnd", AgentEventKind.SessionEnd, 30),
            ],
            MostCharacters = 10_000,
            SessionVariable = "GEMINI_SESSION_ID",
            LeftToDo = "start gemini here once and trust the folder: until then it runs no hooks of the folder",
            Dialect = new GeminiDialect(),
        },
        new()
        {
            Name = "copilot",
            Title = "GitHub Copilot CLI",
            Program = "copilot",
            Headless = ["-p", "{prompt}"],
            Resume = ["--resume", "{session}"],
            SettingsFile = ".github/hooks/codesyncer.json",
            SharedSettingsFile = ".github/hooks/codesyncer.json",
            Required = [("version", "1")],
            Hooks =
            [
                new("sessionStart", AgentEventKind.SessionStart, 15),
                new("userPromptSubmitted", AgentEventKind.Prompt, 10),
                new("preToolUse", AgentEventKind.BeforeTool, 30),
                new("postToolUse", AgentEventKind.AfterTool, 10),
                new("sessionEnd", AgentEventKind.SessionEnd, 30),
            ],
            MostCharacters = 10_000,
            Dialect = new CopilotDialect(),
        },
        new()
        {
            Name = "cursor",
            Title = "Cursor",
            Program = "cursor-agent",
            Headless = ["-p", "{prompt}"],
            Resume = ["--resume", "{session}"],
            SettingsFile = ".cursor/hooks.json",
            SharedSettingsFile = ".cursor/hooks.json",
            Required = [("version", "1")],
            Hooks =
            [
                new("sessionStart", AgentEventKind.SessionStart, 15),
                new("beforeSubmitPrompt", AgentEventKind.Prompt, 10),
                new("preToolUse", AgentEventKind.BeforeTool, 30),
                new("postToolUse", AgentEventKind.AfterTool, 10),
                new("preCompact", AgentEventKind.BeforeCompaction, 30),
                new("stop", AgentEventKind.TurnEnd, 30),
                new("subagentStop", AgentEventKind.TurnEnd, 30),
                new("sessionEnd", AgentEventKind.SessionEnd, 30),
            ],
            MostCharacters = 10_000,
            Dialect = new CursorDialect(),
        },
    ];

    /// <summary>Null: no such agent.</summary>
    public static AgentProfile? Find(string name) => All.FirstOrDefault(agent => string.Equals(agent.Name, name, StringComparison.OrdinalIgnoreCase));
}
