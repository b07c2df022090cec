using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>Asked in a work tree that belongs to a rig, that work tree stands for its rig.</summary>
public sealed class WorkTreeScopeTests : IDisposable
{
    private const string NoMore = "changed-endpoint: GET /users/{id} is offered no more, and is still called at web/src/api.ts:2";

    private readonly ShopScene _shop = new();

    public WorkTreeScopeTests() => _shop.At("init", "--agents", "claude").Succeeded();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void A_linked_work_tree_stands_for_its_rig_and_the_others_are_as_they_are()
    {
        var tree = _shop.Api.AddWorkTree("feature");
        _shop.Rename(tree);
        tree.Commit("Rename");

        Assert.Contains("GET     /people/{id}", Said(tree, "endpoints"));
        Assert.Contains("called by web/src/api.ts:2", _shop.In(_shop.Api.Path, "endpoints").Succeeded().Output);
        Assert.Contains(NoMore, Said(tree, "lint"));
        Assert.Contains("**offers no more** `GET /users/{id}`, still called at `web/src/api.ts:2`", Said(tree, "prime"));
        Assert.Contains("/people/{id}", Said(tree, "endpoints", "--town"));
        // The other rigs and the main clone see what the main clone offers.
        Assert.DoesNotContain("/people", _shop.In(_shop.Web.Path, "endpoints", "--town").Succeeded().Output);
        Assert.DoesNotContain("changed-endpoint", _shop.In(_shop.Api.Path, "lint").Output);
        // The town's documents are not those of one work tree.
        Said(tree, "sync", "--town");
        Assert.DoesNotContain("/people", _shop.Endpoints);
    }

    [Fact]
    public void A_crews_work_tree_stands_for_its_rig()
    {
        _shop.At("crew", "add", "api", "kim").Succeeded();
        var tree = new SandboxRepository(_shop.Sandbox, _shop.Sandbox.At("shop", ".codesyncer", "rigs", "api", "crew", "kim"));
        Assert.Contains("called by web/src/api.ts:2", Said(tree, "endpoints"));
        Assert.Contains("called at `web/src/api.ts:2`", _shop.Event(tree.Path, "PreToolUse", $$"""
            "tool_name":"Edit","tool_input":{"file_path":"{{tree.At("app.py")}}"}
            """));
        _shop.Rename(tree);
        tree.Commit("Rename");

        Assert.Contains("GET     /people/{id}", Said(tree, "endpoints"));
        Assert.Contains(NoMore, Said(tree, "lint"));
        Assert.Contains("**offers no more** `GET /users/{id}`, still called at `web/src/api.ts:2`", Said(tree, "prime"));
        Assert.DoesNotContain("/people", _shop.At("endpoints").Succeeded().Output);
    }

    private string Said(SandboxRepository tree, params string[] arguments) => _shop.In(tree.Path, arguments).Succeeded().Output;
}
