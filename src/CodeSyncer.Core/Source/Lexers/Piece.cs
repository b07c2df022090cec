namespace CodeSyncer.Core.Source.Lexers;

/// <summary>A part of a text that is of one language, and where its comments go.</summary>
internal readonly record struct Piece(string Text, int Start, int End, Syntax Syntax, List<Comment> Comments);
