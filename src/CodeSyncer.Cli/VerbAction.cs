using System.CommandLine;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Cli;

/// <summary>The one place where errors become a line on standard error and an exit code.</summary>
internal static class VerbAction
{
    public static void Runs(this Command command, Func<ParseResult, int> run) =>
        command.SetAction(result => Guard(() => run(result)));

    /// <summary>A command line that cannot be understood.</summary>
    public static int Misused(ParseResult parsed)
    {
        var verb = string.Join(' ', parsed.CommandResult.Command.Parents.OfType<Command>().Select(parent => parent.Name)
            .Append(parsed.CommandResult.Command.Name));
        var message = parsed.UnmatchedTokens.Count > 0
            ? $"'{parsed.UnmatchedTokens[0]}' is no verb, option or argument here"
            : parsed.Errors[0].Message.TrimEnd('.');
        return Fail(message, $"see '{verb} --help'", ErrorKind.BadInput);
    }

    private static int Guard(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (CodeSyncerException error)
        {
            return Fail(error.Message, error.Hint, error.Kind);
        }
        catch (OperationCanceledException)
        {
            return Fail("stopped", "run it again to go on", ErrorKind.Internal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail(error.Message, "check that the file or folder is there and may be read and written", ErrorKind.Internal);
        }
        catch (TypeInitializationException error) when (error.GetBaseException() is DllNotFoundException missing)
        {
            return Fail($"the database library cannot be loaded: {missing.Message.Split('\n')[0].TrimEnd('.', ' ')}", "install the executable again with all files of its folder", ErrorKind.Internal);
        }
        catch (Exception error)
        {
            return Fail($"{error.GetType().Name}: {error.Message}", "this is our mistake: please report it with this line", ErrorKind.Internal);
        }
    }

    private static int Fail(string message, string hint, ErrorKind kind)
    {
        Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: {message}: {hint}"));
        return (int)kind;
    }
}
