using System.Text.Json.Nodes;
using CodeSyncer.Cli.Tests.Onboarding;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Records;

/// <summary>why, --history, --as-of and find as a user runs them.</summary>
public sealed class RecordVerbTests : IDisposable
{
    private readonly User _user = User.WithLibrary();

    public void Dispose() => _user.Dispose();

    [Fact]
    public void Why_says_what_stands_around_a_line_who_wrote_it_and_what_brought_it()
    {
        var repository = _user.Sandbox.Init("repo");
        repository.Write("pay/Charge.cs", "// @codesyncer-decision(id=D-1): Euros\nclass Charge\n{\n    int Pay() => 1;\n}\n");
        repository.Commit("Charge in euros");
        var bead = _user.Run(repository, "bead", "create", "Charge in cents", "--agent", "kim").Succeeded().Output.Split(' ')[0].Trim();
        repository.Write("pay/Charge.cs", "// @codesyncer-decision(id=D-2, supersedes=D-1): Cents\n// @codesyncer-decision(id=D-1): Euros\nclass Charge\n{\n    int Pay() => 100;\n}\n");
        repository.Commit($"Charge in cents ({bead})");

        var why = JsonNode.Parse(_user.Run(repository, "why", "pay/Charge.cs:5", "--json").Succeeded().Output)!;

        Assert.Equal(repository.Git("rev-parse", "HEAD"), why["origin"]!["commit"]!.GetValue<string>());
        Assert.Equal("D-2", why["tags"]![0]!["id"]!.GetValue<string>());
        Assert.Equal("enclosing", why["tags"]![0]!["place"]!.GetValue<string>());
        Assert.Equal("D-1", why["tags"]![0]!["replaced"]![0]!["id"]!.GetValue<string>());
        Assert.Equal(repository.Git("blame", "-L1,1", "--porcelain", "--", "pay/Charge.cs").Split(' ')[0], why["tags"]![0]!["origin"]!["commit"]!.GetValue<string>());
        Assert.Equal(bead, why["beads"]![0]!["id"]!.GetValue<string>());
        Assert.Contains("replaced decision (D-1) Euros", _user.Run(repository, "why", "pay/Charge.cs:5").Succeeded().Output);
    }

    [Fact]
    public void Why_says_plainly_that_nothing_is_on_record_and_refuses_what_is_not_there()
    {
        var repository = _user.Sandbox.Init("repo");
        repository.Write("이름.txt", "text\n");
        repository.Commit("first");
        Assert.Contains("nothing is on record", _user.Run(repository, "why", "이름.txt:1").Succeeded().Output);
        Assert.Equal(2, _user.Run(repository, "why", "이름.txt:9").ExitCode);
        Assert.Equal(2, _user.Run(repository, "why", "gone.txt").ExitCode);
        Assert.Equal(4, _user.Run(repository, "why", "../home").ExitCode);
    }

    [Fact]
    public void History_survives_an_octopus_merge_and_tells_what_no_file_holds_any_more()
    {
        var repository = _user.Repository();
        foreach (var branch in (string[])["a", "b", "c"])
        {
            repository.Git("checkout", "-q", "-b", branch, "main");
            repository.Write($"{branch}.cs", $"// @codesyncer-decision Branch {branch} decides\nclass {branch} {{ }}\n");
            repository.Commit($"add {branch}");
        }

        repository.Git("checkout", "-q", "main");
        repository.Git("merge", "-q", "--no-edit", "a", "b", "c");
        repository.Git("rm", "-q", "b.cs");
        repository.Commit("drop b");

        var first = _user.Run(repository, "decisions", "--history", "--json").Succeeded().Output;
        var lives = JsonNode.Parse(first)!.AsArray();

        Assert.Equal(4, lives.Count);
        Assert.All(lives, life => Assert.Single(life!["history"]!.AsArray(), one => one!["event"]!.GetValue<string>() == "introduced"));
        var gone = Assert.Single(lives, life => !life!["alive"]!.GetValue<bool>())!;
        Assert.Equal("Branch b decides", gone["text"]!.GetValue<string>());
        Assert.Equal(repository.Git("rev-parse", "HEAD"), gone["history"]![1]!["commit"]!.GetValue<string>());
        Assert.Equal(first, _user.Run(repository, "decisions", "--history", "--json").Succeeded().Output);
        // What is new is read behind what is known, and a damaged log is made anew.
        repository.Write("d.cs", "// @codesyncer-decision The last one\nclass D { }\n");
        repository.Commit("add d");
        var more = _user.Run(repository, "decisions", "--history", "--json").Succeeded().Output;
        Assert.Equal(5, JsonNode.Parse(more)!.AsArray().Count);
        File.WriteAllText(repository.At(".git/codesyncer/cache/history.bin"), "damaged");
        Assert.Equal(more, _user.Run(repository, "decisions", "--history", "--json").Succeeded().Output);
    }

    [Fact]
    public void A_shallow_clone_says_that_its_history_is_cut()
    {
        var repository = _user.Repository();
        repository.Write("b.txt", "b\n");
        repository.Commit("second");
        var clone = _user.Sandbox.Clone("file://" + repository.Path, "shallow", "--depth", "1");

        var answer = _user.Run(clone, "decisions", "--history").Succeeded();

        Assert.Contains("is cut", answer.Error);
        Assert.Contains("here by", answer.Output);
        Assert.DoesNotContain("introduced", answer.Output);
    }

    [Fact]
    public void As_of_reads_the_end_of_a_day_or_a_commit()
    {
        var repository = _user.Repository();
        repository.Sandbox.Environment["GIT_COMMITTER_DATE"] = "2026-03-01T12:00:00Z";
        repository.Write("b.cs", "// @codesyncer-decision Later\nclass B { }\n");
        repository.Git("add", "-A");
        repository.Git("commit", "-q", "-m", "later");
        Assert.DoesNotContain("Later", _user.Run(repository, "decisions", "--as-of", "2026-02-28").Succeeded().Output);
        Assert.Contains("Later", _user.Run(repository, "decisions", "--as-of", "2026-03-01").Succeeded().Output);
        Assert.DoesNotContain("Later", _user.Run(repository, "decisions", "--as-of", "HEAD~1").Succeeded().Output);
        Assert.Equal(2, _user.Run(repository, "decisions", "--as-of", "1999-01-01").ExitCode);
        Assert.Equal(2, _user.Run(repository, "decisions", "--as-of", "someday").ExitCode);
    }

    [Fact]
    public void Descriptions_that_are_broken_or_too_large_are_said_and_take_nothing_else_away()
    {
        var repository = _user.Repository();
        repository.Write("app.js", "const app = require('express')()\napp.get('/here', (req, res) => 1)\n");
        repository.Write("broken/openapi.json", "{ \"openapi\": \"3.0.0\", \"paths\": { \"/a\": ");
        repository.Write("large/openapi.yaml", "openapi: 3.0.0\npaths:\n" + string.Concat(Enumerable.Repeat("  # fifty megabytes of a machine's words\n", 1_300_000)));
        repository.Commit("more");

        var answer = _user.Run(repository, "endpoints").Succeeded();

        Assert.Equal("GET     /here  app.js:2\n", answer.Output);
        Assert.Contains("broken/openapi.json: the OpenAPI description is broken", answer.Error);
        Assert.Contains("large/openapi.yaml: the OpenAPI description is larger than", answer.Error);
    }

    [Fact]
    public void Find_finds_in_everything_and_in_every_script()
    {
        var repository = _user.Repository();
        repository.Write("docs/guide.md", "# 결제 안내\n\nHow refunds work.\n\n```\n# no heading\n```\n");
        repository.Write("app.js", "const app = require('express')()\napp.get('/refunds/:id', (req, res) => 1)\n");
        repository.Write("pay.py", "# @codesyncer-rule 支払いは二人で承認する\nx = 1\n");
        repository.Commit("more");
        _user.Run(repository, "bead", "create", "Refund twice", "--agent", "kim").Succeeded();
        _user.Run(repository, "mail", "send", "--to", "kim", "--new", "--subject", "About refunds", "--body", "Ask Lee", "--agent", "kim").Succeeded();

        string[] Found(params string[] words) => [.. JsonNode.Parse(_user.Run(repository, ["find", "--json", .. words]).Succeeded().Output)!.AsArray().Select(hit => hit!["kind"]!.GetValue<string>()).Order()];

        Assert.Equal(["bead", "endpoint", "heading", "mail"], Found("refund"));
        Assert.Equal(["heading"], Found("결제"));
        Assert.Equal(["heading"], Found("안내"));
        Assert.Equal(["rule"], Found("承認"));
        Assert.Empty(Found("no", "heading"));
        Assert.Equal(["decision"], Found("sync", "process"));
        File.Delete(repository.At("app.js"));
        Assert.Empty(Found("refund", "--kind", "endpoint"));
        File.WriteAllText(repository.At(".git/codesyncer/cache/find.db"), "damaged");
        Assert.Equal(["decision"], Found("sync"));
        Assert.Equal(2, _user.Run(repository, "find", "--", "--").ExitCode);
    }
}
