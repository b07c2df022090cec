using System.CommandLine;
using CodeSyncer.Cli.Verbs;
using CodeSyncer.Platform.Onboarding;

namespace CodeSyncer.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        // Git waits for this: no command line to parse, no console to set up.
        if (args is ["hook", var hook, .. var rest] && !hook.StartsWith('-'))
            return HookVerb.Run(hook, rest);
        // Whatever else a later version may write into settings: a code other than 0 would stop the agent.
        if (args is ["event", var agent, var name, ..] && !agent.StartsWith('-') && !name.StartsWith('-'))
            return EventVerb.Run(agent, name);
        Terminal.UseUtf8();
        if (args is ["--version"])
        {
            Console.Out.WriteLine($"{ExecutableSource.OwnVersion} ({ExecutableSource.OwnKind})");
            return 0;
        }

        var parsed = Root().Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
            return VerbAction.Misused(parsed);
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Keeps the context of the work in git: decisions, rules and open points from @codesyncer tags.")
        {
            CommonOptions.Directory,
        };
        foreach (var command in AllVerbs.Create())
            root.Subcommands.Add(command);
        return root;
    }
}
