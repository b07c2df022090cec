using System.Diagnostics;
using System.Text;

namespace CodeSyncer.Testing.Agents;

/// <summary>
/// A real agent, run headless against a <see cref="ScriptedModel"/>: with the HOME of the sandbox, a dummy key, and
/// everything else that it would send anywhere turned off.
/// </summary>
public sealed class LiveAgent
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly GitSandbox _sandbox;
    private readonly string _program;
    private readonly string[] _arguments;
    private readonly Dictionary<string, string> _environment;

    private LiveAgent(GitSandbox sandbox, string program, string[] arguments, Dictionary<string, string> environment)
    {
        _sandbox = sandbox;
        _program = program;
        _arguments = arguments;
        _environment = environment;
    }

    /// <summary>Variables over those of the agent.</summary>
    public Dictionary<string, string> Environment => _environment;

    public static LiveAgent ClaudeCode(GitSandbox sandbox, ScriptedModel model) => new(sandbox, "claude", ["--permission-mode", "bypassPermissions", "-p"], new()
    {
        ["ANTHROPIC_BASE_URL"] = model.Address,
        ["ANTHROPIC_API_KEY"] = "dummy",
        ["CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC"] = "1",
        ["DISABLE_TELEMETRY"] = "1",
        ["DISABLE_ERROR_REPORTING"] = "1",
        ["DISABLE_AUTOUPDATER"] = "1",
        // It would refuse to skip permissions for root, which CI often is.
        ["IS_SANDBOX"] = "1",
    });

    /// <summary>Codex, with the folder trusted and its hooks approved as a person would in its '/hooks'.</summary>
    public static LiveAgent Codex(GitSandbox sandbox, ScriptedModel model, string repository)
    {
        var home = Directory.CreateDirectory(sandbox.At("codex-home")).FullName;
        File.WriteAllText(Path.Combine(home, "config.toml"), $"""
            model = "scripted"
            model_provider = "scripted"
            [model_providers.scripted]
            name = "scripted"
            base_url = "{model.Address}/v1"
            wire_api = "responses"
            env_key = "SCRIPTED_KEY"
            request_max_retries = 0
            stream_max_retries = 0
            [projects."{repository}"]
            trust_level = "trusted"
            [analytics]
            enabled = false
            """);
        return new(sandbox, "codex", ["exec", "--dangerously-bypass-hook-trust", "--dangerously-bypass-approvals-and-sandbox", "--json"], new()
        {
            ["CODEX_HOME"] = home,
            ["SCRIPTED_KEY"] = "dummy",
        });
    }

    /// <summary>Runs one prompt to its end.</summary>
    public ProcessAnswer Run(string directory, string prompt)
    {
        using var process = Start(directory, prompt);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{_program} hangs: {error.Result}");
        }

        return new ProcessAnswer(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Starts one prompt; the caller ends the process.</summary>
    public Process Start(string directory, string prompt)
    {
        var start = new ProcessStartInfo(AgentClients.Program(_program))
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in _arguments.Append(prompt))
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in _sandbox.EnvironmentOf(directory))
            start.Environment[name] = value;
        foreach (var (name, value) in _environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
