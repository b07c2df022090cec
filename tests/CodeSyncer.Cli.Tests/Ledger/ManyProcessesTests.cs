using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace CodeSyncer.Cli.Tests.Ledger;

/// <summary>Thirty agents at once, and agents that die at any moment.</summary>
public sealed class ManyProcessesTests : IDisposable
{
    private const int Agents = 30;

    private static readonly int Changes = Number("CODESYNCER_CHANGES", 8);
    private static readonly int Kills = Number("CODESYNCER_KILLS", 80);

    private readonly LedgerBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Thirty_processes_lose_nothing_and_every_claim_has_one_winner()
    {
        for (var i = 0; i < Changes; i++)
            _bench.Create($"pool-{i}");
        var created = new ConcurrentBag<string>();
        var won = new ConcurrentBag<(string Bead, string Agent)>();
        var sent = new ConcurrentBag<string>();
        Parallel(agent =>
        {
            var name = $"agent-{agent}";
            for (var i = 0; i < Changes; i++)
            {
                var id = $"own-{agent}-{i}";
                Assert.Equal(0, As(name, "bead", "create", $"Work {agent} {i}", "--id", id));
                created.Add(id);
                if (As(name, "bead", "claim", $"pool-{i}") is var claim && claim == 0)
                    won.Add(($"pool-{i}", name));
                Assert.Contains(claim, (int[])[0, 3]);
                Assert.Equal(0, As(name, "bead", "comment", "pool-0", $"from {name} {i}"));
                Assert.Equal(0, As(name, i % 2 == 0 ? ["bead", "close", id, "-r", "done"] : ["bead", "update", id, "--notes", $"note {i}"]));
                Assert.Equal(0, As(name, "mail", "send", "--to", "kim", "-s", $"{agent} {i}", "-b", "x", "--new"));
                sent.Add($"{agent} {i}");
            }
        });

        _bench.AssertSound();
        var all = _bench.Json("bead", "list", "--status", "all").EnumerateArray().ToDictionary(bead => bead.GetProperty("id").GetString()!);
        Assert.All(created, id => Assert.True(all.ContainsKey(id)));
        Assert.All(created, id => Assert.Equal(id.EndsWith('0') || int.Parse(id[(id.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture) % 2 == 0 ? "closed" : "open", all[id].GetProperty("status").GetString()));
        Assert.Equal(Changes, won.Count);
        Assert.All(won, claim => Assert.Equal(claim.Agent, all[claim.Bead].GetProperty("assignee").GetString()));
        Assert.Equal(Agents * Changes, all["pool-0"].GetProperty("comments").GetArrayLength());
        Assert.Equal(sent.Order(), _bench.Json("mail", "inbox").EnumerateArray().Select(mail => mail.GetProperty("subject").GetString()!).Order());
    }

    [Fact]
    public void Everybody_who_asks_for_ready_work_gets_another_piece_of_it()
    {
        for (var i = 0; i < Agents; i++)
            _bench.Create($"job-{i}");
        var won = new ConcurrentBag<string>();
        // One name for all: agents under one user.name are told apart by their sessions.
        Parallel(agent =>
        {
            var answer = _bench.RunAs("kim", $"session-{agent}", _bench.Repository.Path, "bead", "ready", "--claim", "--json");
            won.Add(System.Text.Json.JsonDocument.Parse(answer.Succeeded().Output).RootElement.GetProperty("id").GetString()!);
        });
        Assert.Equal(Agents, won.Distinct().Count());
        Assert.Empty(_bench.Ids("bead", "ready"));
        Assert.Equal(1, _bench.Run("bead", "ready", "--claim").ExitCode);
        _bench.AssertSound();
    }

    [Fact]
    public async Task A_process_that_is_killed_at_any_moment_leaves_the_old_state_or_the_new_one()
    {
        var random = new Random(RandomNumberGenerator.GetInt32(int.MaxValue));
        var acknowledged = new List<string>();
        _bench.Create("base-0");
        for (var kill = 0; kill < Kills; kill++)
        {
            var id = $"kill-{kill}";
            string[] verb = (kill % 4) switch
            {
                0 => ["bead", "comment", "base-0", id],
                1 => ["mail", "send", "--to", "kim", "-s", id, "-b", "x"],
                _ => ["bead", "create", id, "--id", id],
            };
            using var process = _bench.Start(null, null, _bench.Repository.Path, verb);
            var output = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromMilliseconds(random.NextDouble() * 8)))
                process.Kill();
            process.WaitForExit();
            if (process.ExitCode == 0 && (await output).Length > 0)
                acknowledged.Add(string.Join(' ', verb[..2]) + " " + id);
            if (kill % 10 == 0)
                Damage(kill / 10);
        }

        _bench.AssertSound();
        var beads = _bench.Json("bead", "list", "--status", "all").EnumerateArray().ToDictionary(bead => bead.GetProperty("id").GetString()!);
        var comments = beads["base-0"].TryGetProperty("comments", out var list) ? list.EnumerateArray().Select(comment => comment.GetProperty("text").GetString()!).ToList() : [];
        var mail = _bench.Json("mail", "inbox").EnumerateArray().Select(message => message.GetProperty("subject").GetString()!).ToList();
        Assert.Equal(comments.Distinct(), comments);
        foreach (var done in acknowledged.Select(line => line.Split(' ')))
            Assert.True((done[1], done[2]) switch { ("create", var id) => beads.ContainsKey(id), ("comment", var id) => comments.Contains(id), (_, var id) => mail.Contains(id) }, string.Join(' ', done));
        Assert.All(beads.Where(bead => bead.Key.StartsWith("kill-", StringComparison.Ordinal)), bead => Assert.Equal(bead.Key, bead.Value.GetProperty("title").GetString()));
    }

    /// <summary>The index may be lost or hold anything: it is only a copy.</summary>
    private void Damage(int round)
    {
        if (!File.Exists(_bench.IndexFile))
            return;
        var content = File.ReadAllBytes(_bench.IndexFile);
        switch (round % 4)
        {
            case 0: File.Delete(_bench.IndexFile); break;
            case 1: File.WriteAllBytes(_bench.IndexFile, content[..(content.Length / 2)]); break;
            case 2: File.WriteAllBytes(_bench.IndexFile, RandomNumberGenerator.GetBytes(8192)); break;
            default: File.WriteAllBytes(_bench.IndexFile, []); break;
        }
    }

    private int As(string agent, params string[] arguments) => _bench.RunAs(agent, null, _bench.Repository.Path, arguments).ExitCode;

    private static void Parallel(Action<int> work)
    {
        var failures = new ConcurrentBag<Exception>();
        var threads = Enumerable.Range(0, Agents).Select(agent => new Thread(() =>
        {
            try
            {
                work(agent);
            }
            catch (Exception failure)
            {
                failures.Add(failure);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Empty(failures);
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : usual;
}
