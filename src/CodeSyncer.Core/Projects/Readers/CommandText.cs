namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Pieces of command lines.</summary>
internal static class CommandText
{
    /// <summary>A file name as one argument of every common shell; one that would need more than quotes is shown as it is, quoted.</summary>
    public static string Argument(string text) => text.Length > 0 && text.All(IsPlain) ? text : $"\"{text}\"";

    /// <summary>Whether a name from a manifest (of a script, a target) can stand in a command line as it is.</summary>
    public static bool IsWord(string text) => text.Length is > 0 and <= 60 && text[0] != '-' && text.All(IsPlain);

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '/' or ':' or '@' or '+';
}
