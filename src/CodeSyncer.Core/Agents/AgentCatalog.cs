using CodeSyncer.Core.Agents.Dialects;
using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Agents;

/// <summary>
/// The agents that are known. Sources: the published documentation of each agent's hooks; the limits are theirs.
/// </summary>
public static class AgentCatalog
{
    /// <summary>A polecat works alone: it may edit its work tree, run git and ask us. What else it may run, the user's or the town's configuration says.</summary>
    private static readonly string[] ClaudeRights = ["--permission-mode", "acceptEdits", "--allowedTools", "Edit Write Bash(git:*) Bash(codesyncer:*)"];

    private const string EditAndShellTools = "Edit|Write|MultiEdit|NotebookEdit|Bash|PowerShell";

    public static IReadOnlyList<AgentProfile> All { get; } =
    [
        new()
        {
            Name = "claude",
            Title = "Claude Code",
            Program = "claude",
            Headless = ["-p", "{prompt}", "--session-id", "{session}", .. ClaudeRights],
            Resume = ["-p", "{prompt}", "--resume", "{session}", .. ClaudeRights],
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
            ProjectVariable = "CLAUDE_PROJECT_DIR",
            Dialect = new ClaudeDialect(),
        },
        new()
        {
            Name = "codex",
            Title = "Codex",
            Program = "codex",
            Headless = ["exec", "--sandbox", "workspace-write", "{prompt}"],
            Resume = [],
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
            Dialect = new ClaudeDialect(),
        },
        new()
        {
            Name = "gemini",
            Title = "Gemini CLI",
            Program = "gemini",
            Headless = ["-p", "{prompt}"],
            Resume = [],
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
            RunsPowerShell = true,
            Dialect = new GeminiDialect(),
        },
        new()
        {
            Name = "copilot",
            Title = "GitHub Copilot CLI",
            Program = "copilot",
            Headless = ["-p", "{prompt}"],
            Resume = [],
            SettingsFile = ".github/copilot/settings.local.json",
            SharedSettingsFile = ".github/hooks/codesyncer.json",
            SharedRequired = [("version", "1")],
            IsPlainJson = true,
            Hooks =
            [
                new("sessionStart", AgentEventKind.SessionStart, 15),
                new("userPromptSubmitted", AgentEventKind.Prompt, 10),
                new("preToolUse", AgentEventKind.BeforeTool, 30),
                new("postToolUse", AgentEventKind.AfterTool, 10),
                new("preCompact", AgentEventKind.BeforeCompaction, 30),
                new("agentStop", AgentEventKind.TurnEnd, 30),
                new("subagentStop", AgentEventKind.TurnEnd, 30),
                new("sessionEnd", AgentEventKind.SessionEnd, 30),
            ],
            // What stands after 10,240 characters behind a tool's result is cut off.
            MostCharacters = 10_000,
            LeftToDo = "start copilot here once and trust the folder: until then it runs no hooks of the folder",
            IsSilentAfterCompaction = true,
            Dialect = new CopilotDialect(),
        },
        new()
        {
            Name = "cursor",
            Title = "Cursor",
            Program = "cursor-agent",
            Headless = ["-p", "{prompt}"],
            Resume = [],
            SettingsFile = ".cursor/hooks.json",
            SharedSettingsFile = ".cursor/hooks.json",
            Required = [("version", "1")],
            SharedRequired = [("version", "1")],
            IsPlainJson = true,
            // A name that it does not know makes it leave out the whole file: only what its documentation lists.
            Hooks =
            [
                new("sessionStart", AgentEventKind.SessionStart, 15),
                new("beforeSubmitPrompt", AgentEventKind.Prompt, 10),
                new("preToolUse", AgentEventKind.BeforeTool, 30),
                // Older versions ask before a command only here; where both come, the second save has nothing to do.
                new("beforeShellExecution", AgentEventKind.BeforeTool, 30),
                new("postToolUse", AgentEventKind.AfterTool, 10),
                new("preCompact", AgentEventKind.BeforeCompaction, 30),
                new("stop", AgentEventKind.TurnEnd, 30),
                new("subagentStop", AgentEventKind.TurnEnd, 30),
                new("sessionEnd", AgentEventKind.SessionEnd, 30),
            ],
            MostCharacters = 10_000,
            LeftToDo = "open the folder in Cursor once and trust it: until then it runs no hooks of the folder",
            IsSilentAfterCompaction = true,
            Dialect = new CursorDialect(),
        },
    ];

    /// <summary>Null: no such agent.</summary>
    public static AgentProfile? Find(string name) => All.FirstOrDefault(agent => string.Equals(agent.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Which agent runs an entry of Claude Code's settings: GitHub Copilot CLI reads them in a repository too, and Cursor does
    /// where its person wants so. Both set CLAUDE_PROJECT_DIR, so that it proves nothing; seen live (Copilot), by documentation (Cursor).
    /// </summary>
    /// <param name="called">The agent whose entry it is.</param>
    /// <param name="input">What stands on standard input.</param>
    /// <param name="environment">Reads a variable.</param>
    /// <returns>Null: <paramref name="called"/> itself.</returns>
    public static AgentProfile? HostOf(AgentProfile called, JsonFields input, Func<string, string?> environment)
    {
        if (called.Name != "claude")
            return null;
        if (input.Has("cursor_version"))
            return Find("cursor");
        // Claude Code, started by Copilot, inherits the variable; but it tells no time.
        return environment("COPILOT_CLI") == "1" && input.Has("timestamp") ? Find("copilot") : null;
    }

    /// <summary>Claude Code's row for an entry of its settings that another agent runs: how that agent reports and listens.</summary>
    /// <param name="host">From <see cref="HostOf"/>.</param>
    public static AgentProfile As(AgentProfile called, AgentProfile host) => called with
    {
        Dialect = new GuestDialect(called.Dialect, host.Dialect, host.Name == "cursor" ? GuestForm.HostReports : GuestForm.HostListens),
        IsSilentAfterCompaction = host.IsSilentAfterCompaction,
        MostCharacters = Math.Min(called.MostCharacters, host.MostCharacters),
    };
}
