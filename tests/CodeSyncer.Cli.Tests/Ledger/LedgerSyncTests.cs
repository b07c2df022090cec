using CodeSyncer.Testing;

namespace CodeSyncer.Cli.Tests.Ledger;

/// <summary>Clones that share a plain git remote.</summary>
public sealed class LedgerSyncTests : IDisposable
{
    private readonly LedgerBench _bench = new();
    private readonly string _hub;
    private readonly string[] _clones;

    public LedgerSyncTests()
    {
        var sandbox = _bench.Sandbox;
        _hub = sandbox.At("hub.git");
        sandbox.Run(sandbox.Root, "git", ["init", "-q", "--bare", _hub]).Succeeded();
        _clones = [.. Enumerable.Range(0, 3).Select(i => sandbox.Clone(_hub, $"clone{i}").Path)];
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Clones_that_all_change_one_bead_converge_and_lose_nothing()
    {
        At(0, "bead", "create", "Parent", "--id", "p-1");
        SyncAll();
        for (var i = 0; i < 3; i++)
        {
            At(i, "bead", "create", $"Child of {i}", "--parent", "p-1");
            At(i, "bead", "comment", "p-1", $"Comment of {i}");
            At(i, "bead", "label", "p-1", "--add", $"label{i}");
            At(i, "bead", "update", "p-1", "--set", i == 0 ? "notes=N" : i == 1 ? "design=D" : "description=X");
        }

        At(2, "bead", "create", "Deleted", "--id", "gone-1");
        SyncAll();
        At(2, "bead", "delete", "gone-1");
        At(1, "bead", "update", "gone-1", "--notes", "edited meanwhile");
        SyncAll();

        Assert.Single(_clones.Select(Tip).Append(_bench.Sandbox.Run(_hub, "git", ["rev-parse", "refs/codesyncer/ledger"]).Output.Trim()).Distinct());
        for (var i = 0; i < 3; i++)
        {
            var bead = System.Text.Json.JsonDocument.Parse(At(i, "bead", "show", "p-1", "--json").Output).RootElement;
            Assert.Equal(3, bead.GetProperty("comments").GetArrayLength());
            Assert.Equal(3, bead.GetProperty("labels").GetArrayLength());
            Assert.Equal(("N", "D", "X"), (bead.GetProperty("notes").GetString(), bead.GetProperty("design").GetString(), bead.GetProperty("description").GetString()));
            var list = At(i, "bead", "list").Output;
            Assert.All(Enumerable.Range(0, 3), child => Assert.Contains($"Child of {child}", list, StringComparison.Ordinal));
            Assert.DoesNotContain("Deleted", list, StringComparison.Ordinal);
            Assert.Equal(0, _bench.RunAs(null, null, _clones[i], "ledger", "verify").ExitCode);
        }
    }

    [Fact]
    public void Clones_that_sync_at_once_all_get_through()
    {
        for (var i = 0; i < 3; i++)
        {
            for (var bead = 0; bead < 5; bead++)
                At(i, "bead", "create", $"Bead {i} {bead}");
        }

        var threads = _clones.Select(clone => new Thread(() => _bench.RunAs("kim", null, clone, "ledger", "sync"))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        SyncAll();
        Assert.Single(_clones.Select(Tip).Distinct());
        Assert.Equal(15, At(0, "bead", "list").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_ledger_ref_that_somebody_deleted_comes_back_and_a_rewritten_one_is_merged()
    {
        At(0, "bead", "create", "One", "--id", "o-1");
        SyncAll();
        _bench.Sandbox.Run(_hub, "git", ["update-ref", "-d", "refs/codesyncer/ledger"]).Succeeded();
        At(1, "ledger", "sync");
        At(1, "bead", "create", "Two", "--id", "o-2");
        // Somebody puts a ledger there that shares nothing with ours.
        At(2, "bead", "list");
        Directory.Delete(Path.Combine(_clones[2], ".git", "codesyncer"), recursive: true);
        At(2, "bead", "create", "Three", "--id", "o-3");
        _bench.Sandbox.Run(Path.Combine(_clones[2], ".git", "codesyncer", "ledger.git"), "git", ["push", "-q", "--force", _hub, "main:refs/codesyncer/ledger"]).Succeeded();
        At(1, "ledger", "sync");
        Assert.Equal(3, At(1, "bead", "list").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_remote_that_is_not_there_or_refuses_costs_one_clear_line_and_nothing_else()
    {
        At(0, "bead", "create", "One");
        var unknown = _bench.RunAs(null, null, _clones[0], "ledger", "sync", "nowhere");
        Assert.Equal((2, 1), (unknown.ExitCode, unknown.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        OnboardingScript(Path.Combine(_hub, "hooks", "pre-receive"), "#!/bin/sh\necho 'no ledgers here' >&2\nexit 1\n");
        var refused = _bench.RunAs(null, null, _clones[0], "ledger", "sync");
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("no ledgers here", refused.Error, StringComparison.Ordinal);
        Assert.Contains("One", At(0, "bead", "list").Output, StringComparison.Ordinal);
        Directory.Delete(_hub, recursive: true);
        Assert.Equal(3, _bench.RunAs(null, null, _clones[0], "ledger", "sync").ExitCode);
    }

    [Fact]
    public void The_users_repository_has_no_ref_of_ours_and_pushes_none()
    {
        At(0, "bead", "create", "One");
        At(0, "ledger", "sync");
        _bench.Sandbox.Run(_clones[0], "git", ["commit", "-q", "--allow-empty", "-m", "x"]).Succeeded();
        Assert.DoesNotContain("codesyncer", _bench.Sandbox.Run(_clones[0], "git", ["for-each-ref"]).Output, StringComparison.Ordinal);
        Assert.Equal("", _bench.Sandbox.Run(_clones[0], "git", ["status", "--porcelain"]).Output);
    }

    private static void OnboardingScript(string path, string text)
    {
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
    }

    private void SyncAll()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < _clones.Length; i++)
                At(i, "ledger", "sync");
        }
    }

    private string Tip(string clone) => _bench.Sandbox.Run(Path.Combine(clone, ".git", "codesyncer", "ledger.git"), "git", ["rev-parse", "refs/heads/main"]).Output.Trim();

    private ProcessAnswer At(int clone, params string[] arguments) => _bench.RunAs($"agent{clone}", null, _clones[clone], arguments).Succeeded();
}
