using System.Text;

namespace CodeSyncer.Core.Source.Tokens;

/// <summary>
/// The code of a text without its comments, piece by piece, the same way for every language: the language's lexer says
/// what is comment and what is string.
/// </summary>
internal static class CodeTokens
{
    private static readonly string[] Signs = ["=>", "->", "::", ":=", "==", "!=", "<=", ">=", "..", "?.", "&."];

    public static List<Token> Read(string text, Language language)
    {
        var (comments, strings) = CommentLexer.LexWithStrings(text, language);
        var tokens = new List<Token>(text.Length / 6);
        var (comment, literal) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            while (comment < comments.Count && comments[comment].End <= at)
                comment++;
            while (literal < strings.Count && strings[literal].Start < at)
                literal++;
            if (comment < comments.Count && comments[comment].Start <= at)
            {
                at = comments[comment].End;
            }
            else if (literal < strings.Count && strings[literal].Start == at)
            {
                var found = strings[literal++];
                var end = found.End < 0 ? text.Length : found.End;
                DropPrefix(tokens, text, at);
                var start = tokens.Count > 0 && tokens[^1].End > at ? tokens[^1].End : at;
                tokens.Add(new Token(found.IsPattern ? TokenKind.Pattern : TokenKind.Text, start, end, ContentOf(text, found, end)));
                at = Math.Max(end, at + 1);
            }
            else if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (IsWord(text[at]))
            {
                var end = at + 1;
                var limit = literal < strings.Count ? strings[literal].Start : text.Length;
                while (end < limit && IsWord(text[end]))
                    end++;
                tokens.Add(new Token(TokenKind.Word, at, end, text[at..end]));
                at = end;
            }
            else
            {
                var sign = SignAt(text, at);
                tokens.Add(new Token(TokenKind.Sign, at, at + sign.Length, sign is "?." or "&." ? "." : sign));
                at += sign.Length;
            }
        }

        return tokens;
    }

    /// <summary>Whether a character belongs to a name: letters, digits, <c>_</c> and <c>$</c>.</summary>
    public static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private static string SignAt(string text, int at)
    {
        foreach (var sign in Signs)
        {
            if (text[at] == sign[0] && at + 1 < text.Length && text[at + 1] == sign[1])
                return sign;
        }

        return text[at].ToString();
    }

    /// <summary>Letters that say what kind of string follows (<c>f"..."</c>, <c>$@"..."</c>) are no code.</summary>
    private static void DropPrefix(List<Token> tokens, string text, int at)
    {
        for (var taken = 0; taken < 2 && tokens.Count > 0 && tokens[^1].End == at; taken++)
        {
            var last = tokens[^1];
            var isPrefix = last.Kind == TokenKind.Word ? last.Text.Length <= 2 && !char.IsDigit(last.Text[0]) : last.Text is "@";
            if (!isPrefix)
                return;
            tokens.RemoveAt(tokens.Count - 1);
            at = last.Start;
        }
    }

    private static string ContentOf(string text, StringLiteral literal, int end)
    {
        var contentEnd = literal.ContentEnd < 0 ? end : literal.ContentEnd;
        var content = text.AsSpan(literal.ContentStart, Math.Max(0, contentEnd - literal.ContentStart));
        if (literal.Holes.Count == 0 && !content.ContainsAny('\\', '$'))
            return content.ToString();
        var value = new StringBuilder();
        var at = literal.ContentStart;
        foreach (var (start, holeEnd, behind) in literal.Holes)
        {
            AppendText(value, text.AsSpan(at, Math.Max(0, start - at)));
            var stop = holeEnd < 0 ? contentEnd : holeEnd;
            value.Append("{=").Append(NameIn(text.AsSpan(start, Math.Max(0, stop - start)))).Append('}');
            at = behind < 0 ? contentEnd : behind;
        }

        AppendText(value, text.AsSpan(at, Math.Max(0, contentEnd - at)));
        return value.ToString();
    }

    /// <summary>An escaped character stands for itself; <c>$name</c> is an expression in the languages that write it so, and in no path of the others.</summary>
    private static void AppendText(StringBuilder value, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                // A pattern's class (\d) keeps its backslash.
                if (char.IsLetterOrDigit(text[i + 1]))
                    value.Append('\\');
                value.Append(text[++i]);
            }
            else if (text[i] == '$' && i + 1 < text.Length && (char.IsLetter(text[i + 1]) || text[i + 1] == '_'))
            {
                var end = i + 1;
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
                    end++;
                value.Append("{=").Append(text[(i + 1)..end]).Append('}');
                i = end - 1;
            }
            else
            {
                value.Append(text[i]);
            }
        }
    }

    /// <summary>A name with dots; of anything else nothing is known.</summary>
    private static ReadOnlySpan<char> NameIn(ReadOnlySpan<char> hole)
    {
        var name = hole.TrimStart("#${ ").TrimEnd();
        var isName = name.Length is > 0 and < 80;
        foreach (var c in name)
            isName &= IsWord(c) || c == '.';
        return isName ? name : [];
    }
}
