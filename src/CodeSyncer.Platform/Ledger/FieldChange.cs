namespace CodeSyncer.Platform.Ledger;

/// <summary>One field of one item, before and after; null: it was not there.</summary>
public sealed record FieldChange(string Path, string Field, string? Old, string? New);
