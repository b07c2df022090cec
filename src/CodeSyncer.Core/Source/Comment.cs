namespace CodeSyncer.Core.Source;

/// <summary>One comment of a decoded text. All four are character offsets into it; the ends are exclusive.</summary>
/// <param name="Start">Where its opening mark begins.</param>
/// <param name="End">Behind its closing mark; of a line comment, the end of its line without the line break.</param>
/// <param name="ContentStart">Behind the opening mark and its repetitions (<c>///</c>, <c>##</c>).</param>
/// <param name="ContentEnd">Before the closing mark.</param>
/// <param name="Form">How it is written.</param>
public readonly record struct Comment(int Start, int End, int ContentStart, int ContentEnd, CommentForm Form);
