using System.Text;

namespace CodeSyncer.Core.Context;

/// <summary>Text that never grows beyond a number of characters; what was left out is said.</summary>
internal sealed class BudgetedText(int budget)
{
    /// <summary>Kept free for the line that says what was left out.</summary>
    private const int Reserve = 80;

    private readonly StringBuilder _text = new();

    public void Add(string text) => _text.Append(text.AsSpan(0, Math.Min(text.Length, Math.Max(0, budget - _text.Length))));

    /// <summary>A heading and its bullets, as many as fit; no heading without a bullet.</summary>
    public void Section(string title, IReadOnlyList<string> lines)
    {
        var heading = $"\n## {title}\n\n";
        if (lines.Count == 0 || !Fits(heading.Length + Reserve))
            return;
        _text.Append(heading);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!Fits(lines[i].Length + 3 + Reserve))
            {
                _text.Append($"- and {lines.Count - i} more: `codesyncer tags` lists them\n");
                return;
            }

            _text.Append("- ").Append(lines[i]).Append('\n');
        }
    }

    public override string ToString() => _text.ToString();

    private bool Fits(int more) => _text.Length + (long)more <= budget;
}
