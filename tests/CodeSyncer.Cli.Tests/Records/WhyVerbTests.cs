using System.Text.Json.Nodes;
using CodeSyncer.Cli.Tests.Onboarding;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Records;

/// <summary>What why says of places whose story is not in the files alone.</summary>
public sealed class WhyVerbTests : IDisposable
{
    private readonly User _user = User.WithLibrary();

    public void Dispose() => _user.Dispose();

    [Fact]
    public void What_was_replaced_and_taken_out_is_told_from_the_history()
    {
        var repository = Replaced();

        var tag = JsonNode.Parse(_user.Run(repository, "why", "a.cs:1", "--json").Succeeded().Output)!["tags"]![0]!;

        Assert.Equal(["D-4", "D-2"], tag["replaced"]!.AsArray().Select(older => older!["id"]!.GetValue<string>()));
        Assert.All(tag["replaced"]!.AsArray(), older => Assert.True(older!["gone"]!.GetValue<bool>()));
        Assert.Contains("    replaced decision (D-4) Users are ids  a.cs (gone)\n", _user.Run(repository, "why", "a.cs:1").Succeeded().Output);
        // Lint knows it too, and a slip of the pen is still one.
        Assert.Equal("", _user.Run(repository, "lint").Succeeded().Output);
        repository.Write("b.cs", "// @codesyncer-decision(supersedes=D-99): Nobody knows that\n");
        Assert.Contains("b.cs:1: warning unknown-supersedes: it supersedes 'D-99'", _user.Run(repository, "lint").Succeeded().Output);
    }

    [Fact]
    public void A_commit_that_takes_out_what_was_replaced_is_not_warned_of()
    {
        var repository = _user.Repository();
        repository.Write("a.cs", "// @codesyncer-decision(id=D-4): Users are ids\n// @codesyncer-decision(id=D-7, supersedes=D-4): Users are UUIDs\nclass A { }\n");
        repository.Commit("ids");
        _user.Run(repository, "init").Succeeded();
        string Commit(string text)
        {
            repository.Write("a.cs", text);
            repository.Git("add", "-A");
            return _user.Sandbox.Run(repository.Path, "git", ["commit", "-q", "-m", "next"]).Succeeded().Error;
        }

        Assert.DoesNotContain("unknown-supersedes", Commit("// @codesyncer-decision(id=D-7, supersedes=D-4): Users are UUIDs\nclass A { }\n"));
        Assert.DoesNotContain("unknown-supersedes", Commit("// @codesyncer-decision(id=D-7, supersedes=D-4): Users are UUIDs\nclass A { int b; }\n"));
        Assert.DoesNotContain("unknown-supersedes", Commit("// @codesyncer-decision(id=D-8, supersedes=D-7): Users are names\nclass A { int b; }\n"));
        Assert.DoesNotContain("unknown-supersedes", Commit("// @codesyncer-decision(id=D-9, supersedes=D-4): Users are numbers\nclass A { int b; }\n"));
        Assert.Contains("unknown-supersedes", Commit("// @codesyncer-decision(id=D-10, supersedes=D-5): Users are mails\nclass A { int b; }\n"));
    }

    [Fact]
    public void Of_a_shallow_clone_it_is_said_that_the_history_is_cut()
    {
        var repository = Replaced();
        repository.Write("pay/b.cs", "class B { }\n");
        repository.Commit("more");
        var clone = _user.Sandbox.Clone("file://" + repository.Path, "shallow", "--depth", "1");
        var boundary = clone.Git("rev-parse", "HEAD");

        foreach (var place in (string[])["a.cs:1", "a.cs", "pay", "."])
        {
            var said = _user.Run(clone, "why", place).Succeeded().Output;
            Assert.Contains("the history is cut here (a shallow clone)", said);
            Assert.DoesNotContain("written ", said);
            var why = JsonNode.Parse(_user.Run(clone, "why", place, "--json").Succeeded().Output)!;
            Assert.True(why["cut"]!.GetValue<bool>());
            Assert.Equal((boundary, true), (why["origin"]!["commit"]!.GetValue<string>(), why["origin"]!["cut"]!.GetValue<bool>()));
        }

        Assert.Equal("", _user.Run(clone, "lint").Succeeded().Output);
        // What came after the cut is known.
        clone.Write("c.cs", "class C { }\n");
        clone.Commit("after");
        Assert.False(JsonNode.Parse(_user.Run(clone, "why", "c.cs:1", "--json").Succeeded().Output)!["cut"]!.GetValue<bool>());
        Assert.False(JsonNode.Parse(_user.Run(repository, "why", "a.cs:1", "--json").Succeeded().Output)!["cut"]!.GetValue<bool>());
    }

    [Fact]
    public void A_folder_and_the_repository_are_called_by_their_names()
    {
        var repository = _user.Repository();
        Assert.Contains("src\n  written", _user.Run(repository, "why", "src").Succeeded().Output);
        Assert.Contains("\nin the folder\n  decision", _user.Run(repository, "why", "src").Succeeded().Output);
        Assert.Contains("\nin the repository\n  decision", _user.Run(repository, "why", ".").Succeeded().Output);
        Assert.Contains("\nin the file\n  decision", _user.Run(repository, "why", "src/a.cs").Succeeded().Output);
    }

    /// <summary>D-7 replaced D-4, which replaced D-2; the files hold the last one.</summary>
    private SandboxRepository Replaced()
    {
        var repository = _user.Sandbox.Init("repo");
        repository.Write("a.cs", "// @codesyncer-decision(id=D-2): Users are names\nclass A { }\n");
        repository.Commit("names");
        repository.Write("a.cs", "// @codesyncer-decision(id=D-4, supersedes=D-2): Users are ids\nclass A { }\n");
        repository.Commit("ids");
        repository.Write("a.cs", "// @codesyncer-decision(id=D-7, supersedes=D-4): Users are UUIDs\nclass A { }\n");
        repository.Write("pay/b.cs", "");
        repository.Commit("UUIDs");
        return repository;
    }
}
