namespace CodeSyncer.Core.Tags;

/// <summary>Reads the tags of one run of comment, in the order of their places.</summary>
internal sealed class RunReader(CommentRun run, Anchors anchors, string language)
{
    private readonly List<(TagMark Mark, int Line)> _marks = [];

    public void Read(List<Tag> tags)
    {
        FindMarks();
        if (_marks.Count == 0) return;
        var enclosures = new Enclosures(run);
        var text = new TagText(run, enclosures);
        for (int i = 0; i < _marks.Count; i++)
        {
            (TagMark mark, int line) = _marks[i];
            (int At, int Line) next = i + 1 < _marks.Count ? (_marks[i + 1].Mark.At, _marks[i + 1].Line) : (run.End, run.Lines.Count);
            enclosures.WalkTo(mark.At);
            string body = text.Read(mark, line, next.Line, next.At);
            tags.Add(TagOf(mark, body, run.Lines[line].Number, run.Lines[text.LastLine].Number));
        }
    }

    private Tag TagOf(TagMark mark, string body, int line, int lastLine)
    {
        string kind = run.Text[mark.KindStart..mark.KindEnd].ToLowerInvariant();
        (TagHead head, string said) = TagGrammar.Read(kind, body);
        return new Tag
        {
            Id = head.Id ?? TagId.Of(kind, head.Date, said),
            HasExplicitId = head.Id is not null,
            Kind = kind,
            Text = said,
            Date = head.Date,
            Note = head.Note,
            By = head.By,
            Supersedes = head.Supersedes,
            Expires = head.Expires,
            Status = head.Status,
            Line = line + 1,
            EndLine = lastLine + 1,
            Anchor = anchors.For(run, line),
            Language = language,
            Prefix = mark.Legacy ? "claude" : "codesyncer",
        };
    }

    private void FindMarks()
    {
        var mentions = new Mentions(run);
        for (int i = 0; i < run.Lines.Count; i++)
        {
            CommentLine line = run.Lines[i];
            int mentioned = -1;
            for (int at = line.Start; at < line.End; at++)
            {
                int found = run.Text.AsSpan(at, line.End - at).IndexOf('@');
                if (found < 0) break;
                at += found;
                if (!TagMark.TryRead(run.Text, at, line.Start, line.End, out TagMark mark, out bool isTag)) continue;
                bool listed = mentioned >= 0 && Mentions.Joins(run.Text.AsSpan(mentioned, at - mentioned))
                    && (mark.KindEnd == line.End || char.IsWhiteSpace(run.Text[mark.KindEnd]));
                if (isTag && !listed && !mentions.IsMention(i, at)) _marks.Add((mark, i));
                else mentioned = mark.KindEnd;
            }
        }
    }
}
