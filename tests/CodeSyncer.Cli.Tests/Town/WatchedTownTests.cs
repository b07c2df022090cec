using System.Collections.Concurrent;
using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Town;

/// <summary>Watch follows the rigs of a town as they come, go and return.</summary>
public sealed class WatchedTownTests : IDisposable
{
    private readonly ShopScene _shop = new();
    private readonly ConcurrentQueue<string> _said = new();

    public void Dispose() => _shop.Dispose();

    [UnixFact]
    public void A_rig_that_is_adopted_meanwhile_is_followed()
    {
        _shop.At("init").Succeeded();
        Watch(() =>
        {
            var later = _shop.Sandbox.Init("shop/group/mobile");
            later.Write("a.ts", "// @codesyncer-decision Tokens live an hour\nfetch('/users', { method: 'POST' })\n");
            later.Commit("first");
            _shop.At("init").Succeeded();
            Hears("mobile: 1 tag in 1 file");
            later.Write("a.ts", later.Read("a.ts").Replace("an hour", "a day", StringComparison.Ordinal));
            ShopScene.Until(() => later.Read(".codesyncer/DECISIONS.md").Contains("Tokens live a day", StringComparison.Ordinal));
            later.Write("a.ts", later.Read("a.ts").Replace("/users", "/nothing", StringComparison.Ordinal));
            ShopScene.Until(() => _shop.Endpoints.Contains("/nothing", StringComparison.Ordinal));

            _shop.At("rig", "remove", "mobile").Succeeded();
            ShopScene.Until(() => !_shop.Projects.Contains("mobile", StringComparison.Ordinal));
        });
    }

    [UnixFact]
    public void A_rig_that_has_vanished_is_said_and_followed_again_once_it_is_back()
    {
        _shop.At("init").Succeeded();
        Watch(() =>
        {
            var copy = _shop.Sandbox.At("copy");
            _shop.Sandbox.Run(_shop.Root, "cp", ["-a", "web", copy]).Succeeded();
            _shop.Sandbox.Run(_shop.Root, "rm", ["-rf", "web"]).Succeeded();
            Hears("web: it has vanished: there is no clone at");
            ShopScene.Until(() => _shop.Projects.Contains("There is no clone of it here", StringComparison.Ordinal));
            _shop.Sandbox.Run(_shop.Root, "cp", ["-a", copy, "web"]).Succeeded();
            ShopScene.Until(() => !_shop.Projects.Contains("There is no clone of it here", StringComparison.Ordinal));
            _shop.Web.Write("b.ts", "// @codesyncer-decision Back again\n");
            ShopScene.Until(() => _shop.Web.Read(".codesyncer/DECISIONS.md").Contains("Back again", StringComparison.Ordinal));
            // Moved away and back at once: another folder under the same name.
            Directory.Move(_shop.Web.Path, copy + "-2");
            Directory.Move(copy + "-2", _shop.Web.Path);
            Thread.Sleep(1000);
            _shop.Web.Write("b.ts", "// @codesyncer-decision And again\n");
            ShopScene.Until(() => _shop.Web.Read(".codesyncer/DECISIONS.md").Contains("And again", StringComparison.Ordinal));
            Assert.DoesNotContain(_said, line => line.Contains("could not be started", StringComparison.Ordinal));
        });
    }

    [UnixFact]
    public void A_repository_on_its_own_that_has_vanished_is_said_and_followed_again()
    {
        _shop.User.Run(_shop.Api, "init").Succeeded();
        Watch(() =>
        {
            var copy = _shop.Sandbox.At("copy");
            Directory.Move(_shop.Api.Path, copy);
            Hears("it has vanished");
            Directory.Move(copy, _shop.Api.Path);
            Thread.Sleep(1000);
            _shop.Api.Write("b.py", "# @codesyncer-decision Back again\n");
            ShopScene.Until(() => _shop.Api.Read(".codesyncer/DECISIONS.md").Contains("Back again", StringComparison.Ordinal));
        }, _shop.Api.Path);
    }

    private void Watch(Action then, string? directory = null)
    {
        using var watch = _shop.StartIn(directory ?? _shop.Root, _said.Enqueue, "watch");
        try
        {
            Hears("in 1 file");
            Thread.Sleep(500);
            then();
        }
        finally
        {
            watch.Kill();
        }
    }

    private void Hears(string text) => ShopScene.Until(() => _said.Any(line => line.Contains(text, StringComparison.Ordinal)));
}
