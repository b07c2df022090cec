namespace CodeSyncer.Cli.Tests.Ledger;

/// <summary>What is ready, seen as a user sees it.</summary>
public sealed class ReadinessTests : IDisposable
{
    private readonly LedgerBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_chain_becomes_ready_from_its_beginning()
    {
        _bench.Create("a");
        _bench.Create("b", "--dep", "a");
        _bench.Create("c", "--dep", "blocks:b");
        Ready("a");
        Close("a");
        Ready("b");
        Run("bead", "reopen", "a");
        Ready("a");
    }

    [Fact]
    public void The_end_of_a_diamond_waits_for_both_sides()
    {
        _bench.Create("top");
        _bench.Create("left", "--dep", "top");
        _bench.Create("right", "--dep", "top");
        _bench.Create("end", "--dep", "left", "--dep", "right");
        Close("top");
        Ready("left", "right");
        Close("left");
        Ready("right");
        Close("right");
        Ready("end");
    }

    [Fact]
    public void What_is_below_a_blocked_bead_is_blocked_and_an_open_epic_blocks_nobody()
    {
        _bench.Create("gate");
        _bench.Create("epic", "--type", "epic", "--dep", "gate");
        _bench.Create("child", "--parent", "epic");
        _bench.Create("grandchild", "--parent", "child");
        Ready("gate");
        Close("gate");
        Ready("epic", "child", "grandchild");
    }

    [Fact]
    public void A_deferred_parent_holds_back_its_children_and_not_theirs()
    {
        _bench.Create("later");
        _bench.Create("child", "--parent", "later");
        _bench.Create("grandchild", "--parent", "child");
        Run("bead", "update", "later", "--defer-until", "2999-01-01");
        Ready("grandchild");
        Run("bead", "update", "later", "--defer-until", "2020-01-01");
        Ready("later", "child", "grandchild");
    }

    [Fact]
    public void Gates_open_with_any_or_with_all_children_and_close_again()
    {
        _bench.Create("epic");
        _bench.Create("one", "--parent", "epic");
        _bench.Create("two", "--parent", "epic");
        _bench.Create("any");
        _bench.Create("all");
        Run("bead", "dep", "add", "any", "waits-for:epic", "--metadata", "{\"gate\":\"any-children\"}");
        Run("bead", "dep", "add", "all", "waits-for:epic");
        Ready("epic", "one", "two");
        Close("one");
        Ready("epic", "two", "any");
        Close("two");
        Ready("epic", "any", "all");
        Run("bead", "reopen", "two");
        Ready("epic", "two", "any");
        Run("bead", "update", "two", "--parent", "");
        Ready("epic", "two", "any", "all");
    }

    [Fact]
    public void A_removed_edge_and_a_deleted_blocker_hold_nothing_back()
    {
        _bench.Create("x");
        _bench.Create("y", "--dep", "x");
        _bench.Create("z", "--dep", "x");
        Run("bead", "dep", "remove", "y", "x");
        Ready("x", "y");
        Run("bead", "delete", "x");
        Ready("y", "z");
    }

    [Fact]
    public void An_edge_to_what_is_not_here_never_blocks_and_a_cycle_is_refused_by_name()
    {
        File.WriteAllText(_bench.Repository.At("in.jsonl"), """
            {"id":"d-1","title":"Dangling","status":"open","priority":2,"issue_type":"task","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z","dependencies":[{"issue_id":"d-1","depends_on_id":"gone-9","type":"blocks"}]}

            """);
        Assert.Contains("gone-9", Run("bead", "import", "in.jsonl").Error, StringComparison.Ordinal);
        _bench.Create("e", "--dep", "d-1");
        Ready("d-1");
        var refused = _bench.Run("bead", "dep", "add", "d-1", "e");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("d-1 -> e -> d-1", refused.Error, StringComparison.Ordinal);
        Ready("d-1");
    }

    private void Ready(params string[] ids) => Assert.Equal(ids.Order(), _bench.Ids("bead", "ready").Order());

    private void Close(string id) => Run("bead", "close", id);

    private Testing.ProcessAnswer Run(params string[] arguments) => _bench.Run(arguments).Succeeded();
}
