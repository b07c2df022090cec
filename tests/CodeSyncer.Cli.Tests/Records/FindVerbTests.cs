using System.Text.Json.Nodes;
using CodeSyncer.Cli.Tests.Onboarding;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Records;

/// <summary>What a row of find shows, and what is not found because it is our own.</summary>
public sealed class FindVerbTests : IDisposable
{
    private readonly User _user = User.WithLibrary();
    private readonly SandboxRepository _repository;

    public FindVerbTests() => _repository = _user.Repository();

    public void Dispose() => _user.Dispose();

    [Fact]
    public void What_we_have_written_ourselves_is_not_found()
    {
        _user.Run(_repository, "init").Succeeded();
        File.AppendAllText(_repository.At("AGENTS.md"), "\n## Decisions of ours\n\nAsk Lee.\n");
        _user.Run(_repository, "sync", "--to", "docs/context").Succeeded();

        var found = Found("decisions");

        Assert.Equal("heading: Decisions of ours", Assert.Single(found)[(found[0].IndexOf(' ') + 1)..]);
        Assert.Equal(["src/a.cs:1: decision: Chose sync processing"], Found("chose"));
    }

    [Fact]
    public void A_row_shows_what_the_item_is_called_and_the_line_that_was_found()
    {
        _repository.Write("web/login.ts", "// @codesyncer-work:AUTH-001 Login form\nimport axios from 'axios'\n");
        var bead = _user.Run(_repository, "bead", "create", "Sign in", "--agent", "kim").Succeeded().Output.Split(' ')[0].Trim();
        _user.Run(_repository, "bead", "update", bead, "--external-ref", "AUTH-001", "--agent", "kim").Succeeded();
        _user.Run(_repository, "mail", "send", "--to", "rev", "--new", "--subject", "Please look", "--body", "First line\nThe login form is done", "--agent", "kim").Succeeded();

        Assert.Equal(["web/login.ts:1: work: Login form  (AUTH-001)", $"{bead}: bead: Sign in  (AUTH-001)"], Found("AUTH-001").OrderDescending());
        Assert.Contains("mail: Please look  (The login form is done)", Found("done").Single());
        Assert.EndsWith("mail: Please look", Found("please").Single());
        var row = JsonNode.Parse(_user.Run(_repository, "find", "done", "--json").Succeeded().Output)![0]!;
        Assert.Equal(("Please look", "The login form is done"), (row["text"]!.GetValue<string>(), row["around"]!.GetValue<string>()));
    }

    [Fact]
    public void An_endpoint_that_code_and_description_name_is_one_row()
    {
        _repository.Write("app.js", "const app = require('express')()\napp.get('/users/:id', (req, res) => 1)\n");
        _repository.Write("openapi.yaml", "openapi: 3.0.0\npaths:\n  /users/{id}:\n    get:\n      responses: {}\n");
        Assert.Equal(["app.js:2: endpoint: GET /users/{id}"], Found("users"));
    }

    [Fact]
    public void Nothing_found_is_said_and_an_unknown_kind_refused()
    {
        var nothing = _user.Run(_repository, "find", "zebra").Succeeded();
        Assert.Equal(("", true), (nothing.Output, nothing.Error.Contains("nothing found for 'zebra'", StringComparison.Ordinal)));
        Assert.Equal("[]", _user.Run(_repository, "find", "zebra", "--json").Succeeded().Output.Trim());
        var unknown = _user.Run(_repository, "find", "sync", "--kind", "endpiont");
        Assert.Equal((2, true), (unknown.ExitCode, unknown.Error.Contains("did you mean 'endpoint'?", StringComparison.Ordinal)));
        Assert.Equal(0, _user.Run(_repository, "find", "sync", "--kind", "rule").ExitCode);
    }

    private List<string> Found(params string[] words) => [.. _user.Run(_repository, ["find", .. words]).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
