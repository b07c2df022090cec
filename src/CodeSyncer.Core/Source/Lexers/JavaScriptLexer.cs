namespace CodeSyncer.Core.Source.Lexers;

/// <summary>
/// Regular expressions of JavaScript and TypeScript. Whether one can stand behind a parenthesis depends on what the
/// parenthesis belongs to: <c>if (x) /re/.test(y)</c>, but <c>(a + b) / c</c>.
/// </summary>
internal class JavaScriptLexer(in Piece piece) : RegexLexer(piece)
{
    public new const string Own = "/(){}";

    private static readonly string[] Conditions = ["if", "while", "for", "with"];

    private readonly Stack<bool> _parentheses = [];
    private int _conditionEnd = -1;

    protected override bool Take(char first)
    {
        if (first == '(')
            _parentheses.Push(IsBehindCondition());
        else if (first == ')' && _parentheses.TryPop(out var condition) && condition)
            _conditionEnd = At;
        return base.Take(first);
    }

    protected override bool EndsOperand(int last) => Text[last] switch
    {
        ')' => last != _conditionEnd,
        // The end of a block far more often than that of an object that is divided.
        '}' => false,
        // x++ / y; and x! / y, where ! asserts a value.
        '+' or '-' => CharAt(last - 1) == Text[last],
        '!' => CharAt(last - 1) is ')' or ']' || IsWord(CharAt(last - 1)),
        _ => base.EndsOperand(last),
    };

    private bool IsBehindCondition()
    {
        var end = At;
        while (CharAt(end - 1) == ' ')
            end--;
        return Array.Exists(Conditions, word => end - word.Length >= Start && IsAt(end - word.Length, word)
            && !IsWord(CharAt(end - word.Length - 1)) && CharAt(end - word.Length - 1) != '.');
    }
}
