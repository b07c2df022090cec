using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>What init of a folder finds, what it leaves out and why, and what it calls the rigs.</summary>
public sealed class FoundClonesTests : IDisposable
{
    private readonly ShopScene _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void What_is_seen_and_left_out_is_named_with_the_reason()
    {
        Clone("shop/company/product/group/deep");
        Clone("shop/api/tools/nested");
        Clone("shop/vendor");
        _shop.Sandbox.Run(_shop.Root, "git", ["init", "-q", "--bare", "store.git"]).Succeeded();
        Directory.CreateDirectory(_shop.Sandbox.At("shop", "broken", ".git"));
        Directory.CreateDirectory(_shop.Sandbox.At("shop", "lost"));
        File.WriteAllText(_shop.Sandbox.At("shop", "lost", ".git"), "gitdir: ../nowhere\n");
        var library = Clone("library");
        _shop.Web.Git("-c", "protocol.file.allow=always", "submodule", "add", "-q", library.Path, "lib");
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateSymbolicLink(_shop.Sandbox.At("shop", "link"), _shop.Api.Path);
            Directory.CreateSymbolicLink(_shop.Sandbox.At("shop", "far"), library.Path);
        }

        var said = _shop.At("init").Succeeded().Output.Replace('\\', '/');

        Assert.Contains("company/product/group/deep is left out: deeper than 3 levels", said);
        Assert.Contains("api/tools/nested is left out: in the clone 'api'", said);
        Assert.Contains("vendor is left out: folders called 'vendor' are not looked into", said);
        Assert.Contains("store.git is left out: a bare repository", said);
        Assert.Contains("broken is left out: its .git is broken", said);
        Assert.Contains("lost is left out: its .git is broken", said);
        Assert.DoesNotContain("web/lib is left out", said);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Contains("link is left out: a link to another clone here", said);
            Assert.Contains("far is left out: a link, and links are not followed", said);
        }

        Assert.Equal(["api", "web"], _shop.Rows("rig", "list").Select(rig => rig["name"]!.GetValue<string>()));
        Assert.Contains("down to 3 levels", _shop.At("init", "--help").Output);
    }

    [Fact]
    public void Names_keep_the_letters_of_other_scripts()
    {
        foreach (var name in new[] { "서비스", "게이트웨이", "주문", "Ünï 코드", "a/주문", "हिन्दी" })
            Clone($"shop/{name}");
        _shop.At("init").Succeeded();
        Assert.Equal(["a-주문", "api", "web", "Ünï-코드", "हिन्दी", "게이트웨이", "서비스", "주문"], _shop.Rows("rig", "list").Select(rig => rig["name"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("  + ", _shop.At("init").Succeeded().Output);

        // Paths and branches in which such a name stands are plain, and lead back to it.
        _shop.At("crew", "add", "주문", "지민").Succeeded();
        var trees = Directory.GetDirectories(_shop.Sandbox.At("shop", ".codesyncer", "rigs"), "crew", SearchOption.AllDirectories).SelectMany(Directory.GetDirectories);
        var tree = new SandboxRepository(_shop.Sandbox, Assert.Single(trees));
        Assert.True(System.Text.Ascii.IsValid(Path.GetRelativePath(_shop.Root, tree.Path)));
        Assert.True(System.Text.Ascii.IsValid(tree.Git("branch", "--show-current")));
        Assert.Contains("You are 주문/crew/지민 of the rig 주문", _shop.In(tree.Path, "prime").Succeeded().Output);
        Assert.Equal(["주문"], _shop.Rows("find", "읽다").Select(hit => hit["rig"]!.GetValue<string>()).Distinct().Where(rig => rig == "주문"));
    }

    [Theory]
    [InlineData("home", "is never taken for a folder of clones")]
    [InlineData("empty", "there is no git repository at")]
    [InlineData("bare", "'store.git': a bare repository")]
    public void Where_no_town_can_be_made_the_real_reason_is_given(string folder, string reason)
    {
        Directory.CreateDirectory(_shop.Sandbox.At("empty", "inner"));
        _shop.Sandbox.Run(_shop.Sandbox.Root, "git", ["init", "-q", "--bare", "bare/store.git"]).Succeeded();
        var answer = _shop.In(_shop.Sandbox.At(folder), "init");
        Assert.Equal(4, answer.ExitCode);
        Assert.Contains(reason, answer.Error);
        Assert.DoesNotContain("git init", answer.Error);
        Assert.False(Directory.Exists(_shop.Sandbox.At(folder, ".codesyncer")));
    }

    private SandboxRepository Clone(string name)
    {
        var clone = _shop.Sandbox.Init(name);
        clone.Write("a.md", "# 읽다\n");
        clone.Commit("first");
        return clone;
    }
}
