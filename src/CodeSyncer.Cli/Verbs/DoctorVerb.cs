using System.CommandLine;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs;

/// <summary><c>doctor</c>: says what is not as it should be, and with <c>--fix</c> mends it.</summary>
internal static class DoctorVerb
{
    public static Command Create()
    {
        var path = RepositoryArgument.Create();
        var fix = new Option<bool>("--fix") { Description = "Mend what can be mended." };
        var json = CommonOptions.Json();
        var command = new Command("doctor", "Checks the wiring of a repository, or a town; exits with 1 if something does not work.") { path, fix, json };
        command.Runs(result =>
        {
            var place = result.RepositoryDirectory(path);
            if (GitRepository.TryDiscover(place) is null && LedgerPlace.TownAround(place) is not null)
                return Town(place, result.GetValue(json));
            var repository = TownInPlace.RepositoryAt(place);
            var doctor = new Doctor(repository, UserPlaces.OfThisUser(), ExecutableSource.Find(AppContext.BaseDirectory));
            var mended = result.GetValue(fix) ? doctor.Fix() : [];
            return Answer(mended, doctor.Examine(), result.GetValue(json));
        });
        return command;
    }

    private static int Town(string place, bool isJson)
    {
        using var town = TownWorkspace.Open(place);
        return Answer([], new TownDoctor(town).Examine(), isJson);
    }

    private static int Answer(IReadOnlyList<PlanStep> mended, IReadOnlyList<Finding> findings, bool isJson)
    {
        if (isJson)
            Terminal.WriteJson(writer => FindingJson.Write(writer, findings));
        else
            Print(mended, findings);
        return findings.Any(finding => finding.State == FindingState.Fail) ? 1 : 0;
    }

    private static void Print(IReadOnlyList<PlanStep> mended, IReadOnlyList<Finding> findings)
    {
        PlanText.Write(mended);
        foreach (var finding in findings)
        {
            var advice = finding.Advice is null ? "" : $": {finding.Advice}";
            Console.Out.WriteLine(SafeText.ForTerminal($"{finding.State.ToString().ToLowerInvariant(),-4}  {finding.Check,-12} {finding.Text}{advice}"));
        }
    }
}
