namespace CodeSyncer.Benchmarks;

/// <param name="Files">How many files the repository has.</param>
/// <param name="Tags">How many of them hold a tag.</param>
/// <param name="Runs">Counted runs of each variant; one more warms up.</param>
internal sealed record BenchmarkPlan(int Files, int Tags, int Runs);
