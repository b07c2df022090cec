using System.Text.Json.Nodes;
using CodeSyncer.Cli.Tests.Onboarding;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>Questions at the root of a town whose rigs differ: young and old ones, one without a commit.</summary>
public sealed class TownQuestionTests : IDisposable
{
    private readonly User _user = User.WithLibrary();
    private readonly SandboxRepository _old;
    private readonly SandboxRepository _young;

    public TownQuestionTests()
    {
        _user.Sandbox.Run(_user.Sandbox.Root, "git", ["config", "--global", "user.name", "Kim"]).Succeeded();
        _old = Rig("old", "2026-01-10", "// @codesyncer-decision(id=D-1): Old\nclass A { }\n");
        _old.Write("a.cs", "// @codesyncer-decision(id=D-1): Old\n// @codesyncer-work:AUTH-001 Login form\nclass A { }\n");
        _old.Commit("AUTH-001: more");
        _young = Rig("young", "2026-02-10", "// @codesyncer-decision Young\nclass B { }\n");
        _user.Sandbox.Init("shop/empty");
        Directory.CreateDirectory(_user.Sandbox.At("shop", "plain"));
        _user.Sandbox.Environment.Clear();
        At("init").Succeeded();
    }

    private string Root => _user.Sandbox.At("shop");

    public void Dispose() => _user.Dispose();

    [Fact]
    public void A_day_is_answered_by_the_rigs_that_have_a_commit_of_it()
    {
        var answer = At("decisions", "--as-of", "2026-01-20").Succeeded();
        Assert.Equal("old/a.cs:1: (D-1) Old\n", answer.Output);
        Assert.Contains("rig 'young' is left out: no commit here is as old as '2026-01-20'", answer.Error);
        Assert.Contains("rig 'empty' is left out", answer.Error);
        Assert.DoesNotContain("unshallow", answer.Error);
        Assert.Contains("young/a.cs:1", At("decisions", "--as-of", "2026-11-30").Succeeded().Output);
        Assert.StartsWith("old/a.cs", At("decisions", "--as-of", "main~1").Succeeded().Output);
        Assert.StartsWith("old/a.cs", At("decisions", "--rev", "main~1").Succeeded().Output);
        Assert.StartsWith("old/a.cs", At("decisions", "--history", "--as-of", "main~1").Succeeded().Output);
        Assert.Equal((2, 2, 2), (At("decisions", "--as-of", "1999-01-01").ExitCode, At("decisions", "--as-of", "someday").ExitCode, At("decisions", "young", "--as-of", "2026-01-20").ExitCode));
        Assert.Equal("", At("decisions", "old", "--as-of", "2026-01-20").Succeeded().Error);
    }

    [Fact]
    public void A_path_narrows_to_its_rig_and_one_in_none_is_refused()
    {
        Assert.StartsWith("old/a.cs", At("decisions", "old/a.cs", "--history").Succeeded().Output);
        Assert.Equal(2, At("tags", "nowhere").ExitCode);
        var plain = At("tags", "plain");
        Assert.Equal((2, true), (plain.ExitCode, plain.Error.Contains("name a rig, or a path in one: empty, old, young", StringComparison.Ordinal)));
    }

    [Fact]
    public void Why_is_answered_for_a_rig_and_names_the_rigs_where_there_is_none()
    {
        Assert.Contains("old/a.cs:1\n", At("why", "old/a.cs:1").Succeeded().Output);
        Assert.StartsWith("old\n", At("why", "old").Succeeded().Output);
        Assert.Equal("old", JsonNode.Parse(At("why", "old/a.cs:1", "--json").Succeeded().Output)!["rig"]!.GetValue<string>());
        Assert.StartsWith("a.cs:1\n", _user.Run(_old, "why", "a.cs:1").Succeeded().Output);
        foreach (var place in (string[])["plain", "nope.txt"])
        {
            var answer = At("why", place);
            Assert.Equal(2, answer.ExitCode);
            Assert.Contains($"'{place}' is in no rig of this town: name a rig, or a path in one: empty, old, young", answer.Error);
        }

        // At the root the town itself is a place: each of its rigs answers.
        var all = At("why", ".").Succeeded().Output;
        Assert.Contains("\nold\n", all);
        Assert.Contains("  decision (D-1) Old  old/a.cs:1\n", all);
        Assert.Contains("\nyoung\n", all);
        Assert.Contains("  decision Young  young/a.cs:1\n", all);
        Assert.Equal(["empty", "old", "young"], JsonNode.Parse(At("why", ".", "--json").Succeeded().Output)!.AsArray().Select(rig => rig!["rig"]!.GetValue<string>()));
        Assert.Contains("there is no file or folder 'old/nope.txt'", At("why", "old/nope.txt").Error);
    }

    [Fact]
    public void A_bead_is_found_by_what_another_tracker_calls_it_and_shows_its_traces()
    {
        var bead = At("bead", "create", "Login").Succeeded().Output.Split(' ')[0].Trim();
        At("bead", "update", bead, "--external-ref", "AUTH-001").Succeeded();
        Assert.Contains("  external_ref AUTH-001\n", At("bead", "show", bead).Succeeded().Output);

        var shown = JsonNode.Parse(At("bead", "show", "AUTH-001", "--json").Succeeded().Output)!;

        Assert.Equal(bead, shown["id"]!.GetValue<string>());
        var traces = shown["traces"]!.AsArray();
        var tag = Assert.Single(traces, trace => trace!["kind"]!.GetValue<string>() == "tag")!;
        Assert.Equal(("old", "a.cs", 2, "Login form"), (tag["rig"]!.GetValue<string>(), tag["path"]!.GetValue<string>(), tag["line"]!.GetValue<int>(), tag["text"]!.GetValue<string>()));
        var commit = Assert.Single(traces, trace => trace!["kind"]!.GetValue<string>() == "commit")!;
        Assert.Equal((_old.Git("rev-parse", "HEAD"), "Kim Lee"), (commit["commit"]!.GetValue<string>(), commit["by"]!.GetValue<string>()));
        Assert.DoesNotContain("traces", At("bead", "export").Succeeded().Output);
        Assert.Contains(bead, At("bead", "claim", "AUTH-001").Succeeded().Output);
        // Exactly, and only one.
        Assert.Equal(2, At("bead", "show", "AUTH-00").ExitCode);
        var other = At("bead", "create", "Login again", "--external-ref", "AUTH-001").Succeeded().Output.Split(' ')[0].Trim();
        var both = At("bead", "show", "AUTH-001");
        Assert.Equal((2, true, true), (both.ExitCode, both.Error.Contains(bead, StringComparison.Ordinal), both.Error.Contains(other, StringComparison.Ordinal)));
    }

    private SandboxRepository Rig(string name, string day, string text)
    {
        _user.Sandbox.Environment["GIT_COMMITTER_DATE"] = day + "T12:00:00Z";
        var rig = _user.Sandbox.Init("shop/" + name);
        rig.Write("a.cs", text);
        rig.Git("add", "-A");
        rig.Git("commit", "-q", "-m", "first");
        return rig;
    }

    private ProcessAnswer At(params string[] arguments) => _user.Sandbox.Run(Root, _user.Downloaded, arguments);
}
