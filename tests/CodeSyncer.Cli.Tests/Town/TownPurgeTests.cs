using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>Purge takes out all that is ours in every rig that can still be found.</summary>
public sealed class TownPurgeTests : IDisposable
{
    private readonly ShopScene _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_a_plain_uninstall_purge_at_the_root_still_finds_the_rigs(bool hasBead)
    {
        var apart = _shop.Sandbox.Init("shop/apart");
        apart.Commit("first");
        _shop.At("init").Succeeded();
        if (hasBead)
            _shop.At("bead", "create", "Login").Succeeded();
        _shop.In(_shop.Web.Path, "work", "save").Succeeded();
        _shop.In(apart.Path, "uninstall", "--purge").Succeeded();
        _shop.At("uninstall", ".").Succeeded();
        Assert.True(_shop.Web.Has(".git/codesyncer/work.git"));
        // One that is onboarded for itself, or keeps beads and was never a rig, is none of the town's.
        _shop.In(apart.Path, "init").Succeeded();
        var own = _shop.Sandbox.Init("shop/own");
        own.Commit("first");
        _shop.In(own.Path, "bead", "create", "Mine").Succeeded();

        _shop.At("uninstall", ".", "--purge").Succeeded();

        Assert.False(_shop.Web.Has(".git/codesyncer"));
        Assert.False(_shop.Api.Has(".git/codesyncer"));
        Assert.True(apart.Has(".git/codesyncer/enabled"));
        Assert.True(own.Has(".git/codesyncer/ledger.git"));
        Assert.False(Directory.Exists(_shop.Sandbox.At("shop", ".codesyncer")));
    }

    [Fact]
    public void What_a_question_left_in_a_submodule_goes_too()
    {
        var library = _shop.Sandbox.Init("library");
        library.Write("a.py", "# @codesyncer-rule Of the library\n");
        library.Commit("first");
        _shop.Web.Git("-c", "protocol.file.allow=always", "submodule", "add", "-q", library.Path, "libs/x");
        _shop.At("init").Succeeded();
        _shop.In(_shop.Web.At("libs/x"), "tags").Succeeded();
        Assert.True(_shop.Web.Has(".git/modules/libs/x/codesyncer"));

        _shop.At("uninstall", ".", "--purge").Succeeded();

        Assert.False(_shop.Web.Has(".git/modules/libs/x/codesyncer"));
        Assert.False(_shop.Web.Has(".git/codesyncer"));
    }
}
