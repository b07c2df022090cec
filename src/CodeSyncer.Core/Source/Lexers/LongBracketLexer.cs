using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// Brackets with any number of equals signs between: strings, and comments behind the mark of a line comment
/// (Lua manual, 3.1; CMake manual, "Bracket Argument").
/// </summary>
internal sealed class LongBracketLexer(in Piece piece) : RowLexer(piece)
{
    public const string Own = "[";

    protected override bool Take(char first)
    {
        if (first == '[')
            return TakeBracket(At, (close, content) => Begin(new StringForm { Open = "[", Close = close, Lines = true }, content));

        foreach (var mark in Syntax.Marks)
        {
            if (mark is LineComment && IsAt(At, mark.Open))
                return TakeBracket(At + mark.Open.Length, AddComment);
        }

        return false;
    }

    private bool TakeBracket(int bracket, Action<string, int> take)
    {
        var second = SkipRun(bracket + 1, '=');
        if (CharAt(bracket) != '[' || CharAt(second) != '[')
            return false;

        take($"]{new string('=', second - bracket - 1)}]", second + 1);
        return true;
    }

    private void AddComment(string close, int content)
    {
        var end = Find(content, close);
        var behind = Math.Min(end + close.Length, End);
        Add(At, behind, content, end, CommentForm.Block);
        At = behind;
    }
}
