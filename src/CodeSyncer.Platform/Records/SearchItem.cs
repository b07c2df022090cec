namespace CodeSyncer.Platform.Records;

/// <summary>One thing that can be found.</summary>
/// <param name="Kind"><c>tag</c> kinds by their own names, <c>bead</c>, <c>mail</c>, <c>handoff</c>, <c>endpoint</c>, <c>heading</c>.</param>
/// <param name="Rig">Empty: a repository on its own, or the ledger.</param>
/// <param name="Path">Of the file, or the id of the item.</param>
/// <param name="Line">1-based; 0: an item of the ledger.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Text">All else that it says.</param>
public sealed record SearchItem(string Kind, string Rig, string Path, int Line, int EndLine, string Title, string Text);
