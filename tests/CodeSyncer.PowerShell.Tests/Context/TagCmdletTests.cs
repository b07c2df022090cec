using CodeSyncer.Testing;

namespace CodeSyncer.PowerShell.Tests.Context;

[Collection(ModuleCollection.Name)]
public sealed class TagCmdletTests : IDisposable
{
    private readonly GitSandbox _sandbox = new();
    private readonly SandboxRepository _repository;
    private readonly StagedModule _module;

    public TagCmdletTests(StagedModule module)
    {
        _module = module;
        _repository = _sandbox.Init();
        _repository.Write("src/pay.cs", """
            // @codesyncer-decision(id=D-1, 2026-01-15, by=kim): Charge at once; refunds are manual
            class Pay;
            // @codesyncer-todo Retry when the gateway times out
            """);
        _repository.Write("src/order[1].py", "# @codesyncer-decision [2026-03-02] Orders are never deleted\n");
        _repository.Write("docs/a.rb", "# @codesyncer-rule No prices in logs\n");
        _repository.Commit("start");
    }

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Decisions_come_by_path_and_line() =>
        Assert.Equal(["Orders are never deleted", "Charge at once; refunds are manual"], Texts("Get-Decision"));

    [Theory]
    [InlineData("-Kind todo", 1)]
    [InlineData("-Kind todo,rule", 2)]
    [InlineData("-Kind t*", 1)]
    [InlineData("-Text GATEWAY", 1)]
    [InlineData("-Since 2026-02-01", 1)]
    [InlineData("-Before 2026-02-01", 1)]
    [InlineData("-Since 2026-01-15 -Before 2026-03-03", 2)]
    [InlineData("-By kim", 1)]
    [InlineData("-By k*", 1)]
    [InlineData("-Status open", 0)]
    [InlineData("src", 3)]
    [InlineData("src,docs", 4)]
    [InlineData("src/*.cs", 2)]
    [InlineData("src/[op]*.cs", 2)]
    [InlineData("*.rb", 1)]
    [InlineData("-LiteralPath 'src/order[1].py'", 1)]
    [InlineData("'src/order[1].py'", 0)]
    [InlineData("-Rev main", 4)]
    [InlineData("-Branch main", 4)]
    [InlineData("-Staged", 4)]
    public void Each_filter_narrows(string filter, int count) => Assert.Equal(count, Texts("Get-ContextTag " + filter).Count);

    [Fact]
    public void Changed_means_the_files_that_this_branch_changed()
    {
        _repository.Git("switch", "-q", "-c", "feature/x");
        _repository.Write("docs/b.rb", "# @codesyncer-rule Prices have two decimals\n");
        _repository.Commit("b");
        Assert.Equal(["Prices have two decimals"], Texts("Get-ContextTag -Changed"));
    }

    [Fact]
    public void Staged_is_the_index_and_not_the_work_tree()
    {
        _repository.Write("docs/a.rb", "# @codesyncer-rule Another\n");
        Assert.Equal(["No prices in logs"], Texts("Get-ContextTag docs -Staged"));
        Assert.Equal(["Another"], Texts("Get-ContextTag docs"));
    }

    [Fact]
    public void Paths_come_down_the_pipeline_by_value_and_by_property()
    {
        Assert.Equal(["No prices in logs"], Texts("'docs' | Get-ContextTag"));
        Assert.Equal(2, Texts("Get-Decision src/pay.cs | Get-ContextTag").Count);
    }

    [Fact]
    public void An_empty_pipeline_asks_about_nothing() => Assert.Empty(Texts("@() | Get-ContextTag"));

    [Fact]
    public void Paths_are_relative_to_the_current_location_of_PowerShell() =>
        Assert.Equal(["No prices in logs"], _module.InvokeAt(_repository, "$ExecutionContext.SessionState.Path.SetLocation('docs') > $null; Get-ContextTag a.rb").Succeeded().Each("Text"));

    [Fact]
    public void A_path_leads_to_its_own_repository()
    {
        var other = _sandbox.Init("other");
        other.Write("o.cs", "// @codesyncer-decision Elsewhere\n");
        Assert.Equal(["Elsewhere"], _module.InvokeAt(_repository, "Get-Decision $args[0]", other.Path).Succeeded().Each("Text"));
        Assert.Equal(["Elsewhere"], _module.InvokeAt(_repository, "Get-Decision -Repository $args[0]", other.Path).Succeeded().Each("Text"));
    }

    [Fact]
    public void A_tag_carries_all_its_fields()
    {
        var tag = _module.InvokeAt(_repository, "Get-Decision -By kim").Succeeded().Output.Single();
        object? Field(string name) => tag.Properties[name].Value;
        Assert.Equal(("D-1", "decision", "2026-01-15", "src/pay.cs", 1), (Field("Id"), Field("Kind"), Field("Date"), Field("RelativePath"), Field("Line")));
        Assert.Equal(_repository.At("src/pay.cs"), Field("PSPath"));
    }

    [Theory]
    [InlineData("Get-Decision -Rev nowhere", "UnknownRevision", "InvalidArgument")]
    [InlineData("Get-Decision -Staged -Rev main", "StagedAndRevision", "InvalidArgument")]
    [InlineData("Get-Decision -Repository ..", "NotARepository", "ObjectNotFound")]
    [InlineData("Get-Decision -Repository missing", "PathNotFound", "InvalidArgument")]
    [InlineData("Get-Decision ../other.cs -Repository .", "PathOutside", "InvalidArgument")]
    [InlineData("Get-ContextTag nowhere", "PathNotFound", "InvalidArgument")]
    public void Errors_have_an_id_a_category_and_a_hint(string script, string id, string category)
    {
        var error = Assert.Single(_module.InvokeAt(_repository, script).Errors);
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category.ToString());
        Assert.False(string.IsNullOrWhiteSpace(error.ErrorDetails.RecommendedAction));
        Assert.DoesNotContain("--", error.ErrorDetails.Message + error.ErrorDetails.RecommendedAction.Replace("--verify", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_that_nothing_is_of_is_warned_of() =>
        Assert.Contains("did you mean 'todo'?", Assert.Single(_module.InvokeAt(_repository, "Get-ContextTag -Kind toodo").Warnings));

    private List<object?> Texts(string script) => [.. _module.InvokeAt(_repository, script).Succeeded().Each("Text")];
}
