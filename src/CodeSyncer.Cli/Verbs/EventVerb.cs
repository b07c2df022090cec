using System.CommandLine;
using CodeSyncer.Platform.Agents;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>event</c>: what the settings of agents call.</summary>
internal static class EventVerb
{
    /// <summary>Longer than this, an agent is not kept waiting. In milliseconds.</summary>
    private const int Patience = 25_000;

    public static Command Create()
    {
        var agent = new Argument<string>("agent") { Description = "claude, codex, gemini, copilot or cursor." };
        var name = new Argument<string>("event") { Description = "The agent's own name of the event, such as SessionStart." };
        var command = new Command("event", "Answers one event of an agent; its settings call it. The event's JSON comes on standard input.") { agent, name };
        command.Runs(result => Run(result.GetValue(agent)!, result.GetValue(name)!));
        return command;
    }

    /// <summary>Always 0: with other codes some agents refuse what they were about to do.</summary>
    public static int Run(string agent, string name)
    {
        Terminal.UseUtf8();
        using var watchdog = new Timer(_ => GiveUp(name), null, Patience, Timeout.Infinite);
        try
        {
            Console.Out.Write(EventRun.Run(agent, name, ReadInput(), Environment.CurrentDirectory, Environment.GetEnvironmentVariable, Console.Error, Platform.Town.TownEvents.Answer));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Console.Error.WriteLine(Core.Text.SafeText.ForTerminal($"codesyncer: {name}: {error.GetType().Name}: {error.Message} (the agent goes on)"));
        }

        Terminal.Flush();
        return 0;
    }

    /// <summary>Null: too long.</summary>
    private static ReadOnlyMemory<byte>? ReadInput()
    {
        using var input = Console.OpenStandardInput();
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        var isTooLong = false;
        while (input.Read(buffer) is > 0 and var read)
        {
            // Read to its end all the same: the agent must not meet a closed pipe.
            isTooLong |= content.Length + read > EventInput.Longest;
            if (!isTooLong)
                content.Write(buffer, 0, read);
        }

        if (isTooLong)
            return null;
        return content.ToArray();
    }

    private static void GiveUp(string name)
    {
        Console.Error.WriteLine($"codesyncer: {name} took longer than {Patience / 1000} s and was given up (the agent goes on)");
        Environment.Exit(0);
    }
}
