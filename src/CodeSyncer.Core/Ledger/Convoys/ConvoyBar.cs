namespace CodeSyncer.Core.Ledger.Convoys;

/// <summary>
/// A convoy's progress in one line: <c>[██████▓▓▒▒░░░░] 3/7 done · 1 in progress · 1 ready · 2 blocked</c>. What is there at
/// all has at least one cell, and the bar is full of done only when all is done.
/// </summary>
public static class ConvoyBar
{
    public const int DefaultWidth = 20;

    private const string UnicodeCells = "█▓▒░";
    private const string AsciiCells = "#=+.";

    /// <param name="width">Cells of the bar, without its brackets.</param>
    /// <param name="isAscii">For terminals and logs that show nothing else.</param>
    public static string Text(ConvoyProgress progress, int width = DefaultWidth, bool isAscii = false) =>
        $"[{Bar(progress, width, isAscii)}] {Counts(progress, isAscii)}";

    /// <summary>The cells alone: done, in progress, ready, and the rest.</summary>
    public static string Bar(ConvoyProgress progress, int width = DefaultWidth, bool isAscii = false)
    {
        var rest = progress.Total - progress.Done - progress.InProgress - progress.Ready;
        var cells = Share([progress.Done, progress.InProgress, progress.Ready, rest], width);
        var marks = isAscii ? AsciiCells : UnicodeCells;
        return progress.Total == 0 ? new string(marks[^1], width) : string.Concat(cells.Select((count, i) => new string(marks[i], count)));
    }

    /// <summary>Only what there is: <c>3/7 done · 1 ready · 3 blocked · 2 stranded</c>.</summary>
    public static string Counts(ConvoyProgress progress, bool isAscii = false)
    {
        (int Count, string Word)[] parts =
        [
            (progress.InProgress, "in progress"), (progress.Ready, "ready"), (progress.Blocked, "blocked"), (progress.Deferred, "deferred"),
            (progress.Aside, "set aside"), (progress.Stranded, "stranded"), (progress.Missing.Count, "deleted or unknown"),
        ];
        return string.Join(isAscii ? ", " : " · ", parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Word}").Prepend($"{progress.Done}/{progress.Total} done"));
    }

    /// <summary>Rounded down, then one cell more for whatever got none, then the rest to those with the largest remainders.</summary>
    private static int[] Share(int[] counts, int width)
    {
        var total = Math.Max(1L, counts.Sum());
        var cells = Array.ConvertAll(counts, count => (int)((long)count * width / total));
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0 && cells[i] == 0)
                cells[i] = 1;
        }

        while (cells.Sum() > width && cells.Max() > 1)
            cells[Array.IndexOf(cells, cells.Max())]--;
        var byRemainder = Enumerable.Range(0, counts.Length).Where(i => counts[i] > 0).OrderByDescending(i => (long)counts[i] * width % total).ToList();
        for (var i = 0; byRemainder.Count > 0 && cells.Sum() < width; i++)
            cells[byRemainder[i % byRemainder.Count]]++;
        return cells;
    }
}
