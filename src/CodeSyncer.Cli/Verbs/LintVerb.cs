using System.CommandLine;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Lint.Formats;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>lint</c>: judges the tags; the exit code says whether an error is among the findings.</summary>
internal static class LintVerb
{
    public static Command Create()
    {
        var staged = new Option<bool>("--staged") { Description = "Judge what is staged in place of the work tree." };
        var format = new Option<string>("--format") { Description = "text, json, sarif or github.", DefaultValueFactory = _ => "text", HelpName = "F" };
        var town = CommonOptions.Town();
        format.AcceptOnlyFromAmong([.. LintFormat.Names]);
        var command = new Command("lint", "Judges the tags (unknown kinds, vague texts, past dates, lost references...) and calls of endpoints that nobody offers.") { staged, town, format };
        command.Runs(result =>
        {
            var findings = ScopeLint.Run(Scope(result, town), result.GetValue(staged));
            Console.Out.Write(LintFormat.Render(result.GetValue(format)!, findings, ExecutableSource.OwnVersion));
            return findings.Any(finding => finding.Severity == LintSeverity.Error) ? 1 : 0;
        });
        return command;
    }

    private static TownScope Scope(ParseResult result, Option<bool> town)
    {
        var scope = TownScope.Of(result.StartDirectory(), result.GetValue(town));
        // Calls of endpoints are judged by the whole town, in a rig too.
        ScopeText.Warn(scope.Surroundings());
        return scope;
    }
}
