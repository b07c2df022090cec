using System.Text.Json.Nodes;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary><c>endpoints</c>, where there is little or nothing to list.</summary>
public sealed class EndpointsVerbTests : IDisposable
{
    private readonly ShopScene _shop = new();

    public EndpointsVerbTests() => _shop.At("init").Succeeded();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void What_matches_nothing_is_said_and_no_failure()
    {
        var words = _shop.At("endpoints", "zebra", "--method", "get").Succeeded();
        Assert.Equal(("", "codesyncer: nothing found for 'GET zebra'\n"), (words.Output, words.Error));
        Assert.Contains("nothing found for 'DELETE'", _shop.At("endpoints", "--calls", "--method", "DELETE").Succeeded().Error);
        var json = _shop.At("endpoints", "zebra", "--json").Succeeded();
        Assert.Equal(("[]", "codesyncer: nothing found for 'zebra'\n"), (json.Output.Trim(), json.Error));
        Assert.Equal("", _shop.At("endpoints", "users").Succeeded().Error);
    }

    [Fact]
    public void The_graph_is_json_too_and_says_why_there_is_none()
    {
        var graph = JsonNode.Parse(_shop.At("endpoints", "--graph", "--json").Succeeded().Output)!;
        Assert.Equal("""{"nodes":[{"id":"api","rig":"api","project":""},{"id":"web","rig":"web","project":""}],"edges":[{"from":"web","to":"api"}]}""", graph.ToJsonString());
        _shop.Web.Write("src/api.ts", "// none\n");
        var none = _shop.At("endpoints", "--graph").Succeeded();
        Assert.Equal("", none.Output);
        Assert.Contains("no project calls an endpoint of another one", none.Error);
        Assert.DoesNotContain("too many", none.Error);
        Assert.Equal("""{"nodes":[],"edges":[]}""", JsonNode.Parse(_shop.At("endpoints", "--graph", "--json").Succeeded().Output)!.ToJsonString());
    }
}
