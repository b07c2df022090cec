namespace CodeSyncer.Core.Source.Lexers;

/// <summary>A language whose here-documents begin on the line behind the one that announces them.</summary>
internal abstract class HereDocumentLexer(in Piece piece) : RegexLexer(piece)
{
    private readonly HereDocuments _documents = new(piece.Text, piece.Start, piece.End);

    /// <summary>Takes the bodies of all announced documents, at a line break in code.</summary>
    protected bool TakeBodies()
    {
        if (!_documents.AreWaiting)
            return false;

        At = Math.Min(_documents.Behind(SkipBreak(At)), End);
        return true;
    }

    /// <summary>Announces the document whose terminator, quoted or a bare word, stands at <paramref name="from"/>.</summary>
    /// <returns>False, with nothing taken, if none stands there or it never ends.</returns>
    protected bool TakeAnnouncement(int from, bool indented)
    {
        var quote = CharAt(from);
        int word, end, behind;
        if (quote is '"' or '\'' or '`')
        {
            word = from + 1;
            end = word + Math.Max(0, Text.AsSpan(word, End - word).IndexOfAny(quote, '\r', '\n'));
            behind = end + 1;
        }
        else
        {
            word = quote == '\\' ? from + 1 : from;
            end = behind = char.IsDigit(CharAt(word)) ? word : SkipWord(word);
        }

        if (end == word || !_documents.Announce(Text[word..end], indented, At))
            return false;

        At = behind;
        return true;
    }
}
