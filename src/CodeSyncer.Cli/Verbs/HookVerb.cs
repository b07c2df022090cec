using System.CommandLine;
using CodeSyncer.Platform.GitHooks;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>hook</c>: what the installed git hooks call.</summary>
internal static class HookVerb
{
    /// <summary>Longer than this, git is not kept waiting. In milliseconds.</summary>
    private const int Patience = 2000;

    public static Command Create()
    {
        var hook = new Argument<string>("git-hook") { Description = "Git's name of the hook, such as pre-commit." };
        var rest = new Argument<string[]>("args") { Description = "What git gave the hook." };
        var command = new Command("hook", "Does the work of one git hook; the installed hooks call it.") { hook, rest };
        command.Runs(result => Run(result.GetValue(hook)!, result.GetValue(rest) ?? []));
        return command;
    }

    public static int Run(string hook, string[] arguments)
    {
        if (HookRun.IsDetached(hook))
            return HookRun.Run(hook, arguments, Environment.CurrentDirectory, Environment.GetEnvironmentVariable, Console.Error);
        using var deadline = new HookDeadline(Console.Error);
        using var watchdog = new Timer(_ => GiveUp(hook, deadline), null, Patience, Timeout.Infinite);
        var code = HookRun.Run(hook, arguments, Environment.CurrentDirectory, Environment.GetEnvironmentVariable, deadline.Said);
        // Given up meanwhile, the process is about to end: another exit code must not come before.
        if (!deadline.TryFinish())
            Thread.Sleep(Timeout.Infinite);
        return code;
    }

    private static void GiveUp(string hook, HookDeadline deadline)
    {
        if (deadline.TryGiveUp($"codesyncer: {hook} took longer than {Patience / 1000} s and was given up; 'codesyncer sync' catches up"))
            Environment.Exit(0);
    }
}
