using CodeSyncer.Core.Source.Marks;

namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// HTML and what is built on it: comments count in text, not in attributes; scripts and styles are of the language that
/// their tag names (HTML Living Standard, 13.2.5); the code of templates stands in islands of the row.
/// </summary>
internal class MarkupLexer(in Piece piece) : RowLexer(piece)
{
    public const string Own = "<";

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> VoidElements =
        new HashSet<string>(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"],
            StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private int _tag;
    private char _quote;
    private int _angles;
    private int _elements;
    private bool _stopsBehindElement;

    private bool IsHtml => Syntax.IsMarkup;

    /// <summary>Reads the one element that begins here, with all in it.</summary>
    /// <returns>The place behind.</returns>
    public int LexElement()
    {
        _stopsBehindElement = true;
        Lex();
        return At;
    }

    protected override bool Take(char first)
    {
        if (first != '<')
            return false;

        var next = CharAt(At + 1);
        if (next == '/')
            TakeClosingTag();
        else if (char.IsLetter(next) || next == '>' && !IsHtml)
            BeginTag();
        else
            return false;

        return true;
    }

    /// <summary>Islands and the comments of templates may stand in a tag, those of HTML do not; in the quotes of JSX all is text.</summary>
    protected override bool Opens(Mark mark)
    {
        if (Innermost is { Kind: FrameKind.Tag } && (mark.Open == "<!--" || _quote != 0 && (mark.Place == Place.InTag || !IsHtml)))
            return false;
        return base.Opens(mark);
    }

    protected override void ReadTag(Frame frame)
    {
        var c = Text[At];
        if (c != '<' && Take(c) || TakeMark(c))
            return;

        At++;
        if (_quote != 0)
            _quote = c == _quote ? '\0' : _quote;
        else if (c is '"' or '\'' && IsBehindEquals())
            _quote = c;
        else if (c == '<' && !IsHtml)
            _angles++;
        else if (c == '>' && _angles > 0)
            _angles -= CharAt(At - 2) == '=' ? 0 : 1;
        else if (c == '>')
            EndTag();
    }

    /// <summary>A quote elsewhere is part of a name or of a value without quotes.</summary>
    private bool IsBehindEquals()
    {
        var before = At - 2;
        while (before > _tag && char.IsWhiteSpace(Text[before]))
            before--;
        return Text[before] == '=';
    }

    private void BeginTag()
    {
        _tag = At;
        _quote = '\0';
        _angles = 0;
        At = NameEnd(At + 1);
        Push(new(FrameKind.Tag, null, null, 0));
    }

    private void EndTag()
    {
        Pop();
        var name = Text.AsSpan(_tag + 1, NameEnd(_tag + 1) - _tag - 1);
        if (Text[At - 2] == '/' || IsHtml && VoidElements.Contains(name))
        {
            StopBehindElement();
            return;
        }

        _elements++;
        if (Syntax.RawElements.TryGetValue(name, out var language))
            TakeRaw(name, language);
    }

    private void TakeClosingTag()
    {
        At = FindEnd(At, ">");
        _elements--;
        StopBehindElement();
    }

    private void StopBehindElement()
    {
        if (_stopsBehindElement && _elements <= 0)
            End = At;
    }

    /// <summary>What stands in a script or a style up to its closing tag is no markup, unless its tag names the markup itself.</summary>
    private void TakeRaw(ReadOnlySpan<char> name, string byDefault)
    {
        var named = TagAttributes.LanguageOf(Text.AsSpan(_tag, At - _tag));
        var language = LanguageCatalog.ForEmbedded(named.IsEmpty ? byDefault : named);
        if (language is { Syntax.IsMarkup: true })
            return;

        var closing = Text.AsSpan(At, End - At).IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
        var close = closing < 0 ? End : At + closing;
        if (language is not null)
            LexAll(language, At, close);
        At = close;
    }

    private int NameEnd(int from)
    {
        while (IsWord(CharAt(from)) || CharAt(from) is '-' or ':' or '.')
            from++;
        return from;
    }
}
