using System.CommandLine;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Context;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>prime</c>: text for an agent's context.</summary>
internal static class PrimeVerb
{
    public static Command Create()
    {
        var command = new Command("prime", "Says where the work on this branch stands, for an agent's context.");
        command.Runs(result =>
        {
            Console.Out.Write(SafeText.ForTerminal(new PrimeText(Workspace.Open(result.StartDirectory())).Render(), keepLines: true));
            return 0;
        });
        return command;
    }
}
