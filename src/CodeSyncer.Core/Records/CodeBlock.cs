namespace CodeSyncer.Core.Records;

/// <summary>A block of code, by 1-based lines.</summary>
/// <param name="From">The first line of what heads it, without annotations.</param>
/// <param name="HeadEnd">The last line of that: parameters may take several, an opening brace its own.</param>
/// <param name="To">The first line behind it that is indented no more than its head.</param>
internal sealed record CodeBlock(int From, int HeadEnd, int To);
