using System.CommandLine;
using CodeSyncer.Core.Configuration;
using CodeSyncer.Core.Lint.Formats;
using CodeSyncer.Platform;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Onboarding;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>lint</c>: judges the tags; the exit code says whether an error is among the findings.</summary>
internal static class LintVerb
{
    public static Command Create()
    {
        var staged = new Option<bool>("--staged") { Description = "Judge what is staged in place of the work tree." };
        var format = new Option<string>("--format") { Description = "text, json, sarif or github.", DefaultValueFactory = _ => "text", HelpName = "F" };
        format.AcceptOnlyFromAmong([.. LintFormat.Names]);
        var command = new Command("lint", "Judges the tags: unknown kinds, empty or vague texts, bad or past dates, lost references.") { staged, format };
        command.Runs(result =>
        {
            var findings = new LintRun(Workspace.Open(result.StartDirectory())).Run(result.GetValue(staged));
            Console.Out.Write(LintFormat.Render(result.GetValue(format)!, findings, ExecutableSource.OwnVersion));
            return findings.Any(finding => finding.Severity == LintSeverity.Error) ? 1 : 0;
        });
        return command;
    }
}
