using CodeSyncer.Benchmarks;

// Usage: [commit|switch|scan|memory|ledger|work|town|rigs]... [--files N] [--tags N] [--runs N]; without a name, all of them. accuracy FOLDER: see EndpointAccuracy.
int Option(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1]) : otherwise;

if (args is ["accuracy", var clones])
{
    EndpointAccuracy.Run(clones);
    return;
}

var all = new Dictionary<string, Action<BenchmarkPlan>>
{
    ["memory"] = MemoryBenchmark.Run,
    ["commit"] = CommitBenchmark.Run,
    ["switch"] = SwitchBenchmark.Run,
    ["scan"] = ScanBenchmark.Run,
    ["ledger"] = LedgerBenchmark.Run,
    ["work"] = WorkBenchmark.Run,
    ["town"] = TownBenchmark.Run,
    ["rigs"] = RigsBenchmark.Run,
};
var plan = new BenchmarkPlan(Option("--files", 10_000), Option("--tags", 2_000), Option("--runs", 21));
Console.WriteLine($"{plan.Files} files, {plan.Tags} tags, median of {plan.Runs} runs, variants in turn; whole processes, in milliseconds; {Environment.ProcessorCount} processors");
var chosen = all.Keys.Where(args.Contains).ToList();
foreach (var name in chosen.Count > 0 ? chosen : [.. all.Keys])
{
    Console.WriteLine($"\n## {name}");
    all[name](plan);
}
