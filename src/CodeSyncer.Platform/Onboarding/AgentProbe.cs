using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CodeSyncer.Core.Agents;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>
/// Proves that an agent's hook would fire: runs our own command line, as the settings hold it and in the shell in which the
/// agent runs it, with an event as the agent reports it, and looks at the answer.
/// </summary>
internal sealed class AgentProbe(GitRepository repository, UserPlaces places, InitMode mode)
{
    private const int Patience = 10_000;

    public IEnumerable<Finding> Examine(AgentWiring wiring)
    {
        if (AgentCatalog.Find(wiring.Agent) is not { } agent || repository.WorkTree is not { } root)
            yield break;
        if (agent.IsPlainJson && File.Exists(wiring.File) && !IsPlainJson(wiring.File))
            yield return Finding.Fail("agents", $"{wiring.File} has comments or trailing commas: {agent.Title} leaves out such a file as a whole", "take them out");
        if (OperatingSystem.IsWindows())
        {
            yield return Finding.Ok("agents", $"{agent.Title}: entries are in {wiring.File}");
            yield break;
        }

        var hook = agent.Hooks.First(hook => hook.Kind == AgentEventKind.SessionStart);
        var command = new AgentSettings(repository, places.Executable, mode).Command(agent, hook).Shell;
        var reported = JsonFields.Empty.With("session_id", "doctor").With("sessionId", "doctor").With("cwd", root).With("hook_event_name", hook.Name).With("source", "startup");
        var (code, output) = Run(command, reported.ToString(), root);
        yield return code == 0 && output.Contains("ontext", StringComparison.Ordinal)
            ? Finding.Ok("agents", $"{agent.Title}: the hook in {Path.GetRelativePath(root, wiring.File)} answers{(agent.LeftToDo is null ? "" : $"; {agent.LeftToDo}")}")
            : Finding.Fail("agents", $"{agent.Title}: the hook in {wiring.File} gives no answer (exit code {code})", "run 'codesyncer doctor --fix'");
    }

    private static bool IsPlainJson(string file)
    {
        try
        {
            using var read = JsonDocument.Parse(File.ReadAllBytes(file));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static (int Code, string Output) Run(string command, string input, string directory)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = directory, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command);
        start.Environment.Remove(GitCommand.GuardVariable);
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(input));
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return (-1, "");
            }

            return (process.ExitCode, output.GetAwaiter().GetResult());
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            return (-1, "");
        }
    }
}
