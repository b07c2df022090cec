namespace CodeSyncer.Core.Ledger.Beads;

/// <summary>A new value for one field, as text; an empty one clears it.</summary>
public readonly record struct BeadEdit(string Key, string Value);
