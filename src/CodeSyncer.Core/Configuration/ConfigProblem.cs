namespace CodeSyncer.Core.Configuration;

/// <summary>What is wrong in a configuration file, and where.</summary>
/// <param name="File">As shown to people: <c>.codesyncer/config.yml</c>, or the whole path of the user's file.</param>
/// <param name="Line">1-based; 0 where the file as a whole is meant.</param>
/// <param name="Message">What is wrong, with the value. It may quote the file: show it through <see cref="Text.SafeText"/>.</param>
/// <param name="Hint">What to do: one sentence without its full stop.</param>
public sealed record ConfigProblem(string File, int Line, string Message, string Hint)
{
    /// <summary><c>file:line</c>, or the file alone.</summary>
    public string Place => Line > 0 ? $"{File}:{Line}" : File;

    /// <summary><c>file:line: message (hint)</c>, safe to print.</summary>
    public override string ToString() => Text.SafeText.ForTerminal($"{Place}: {Message} ({Hint})");
}
