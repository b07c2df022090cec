namespace CodeSyncer.Core.Work.Shell;

/// <summary>A word of a command as the command gets it: quotes and escapes are gone; expansions stand as written.</summary>
/// <param name="IsExpanded">Whether a variable or a command's output is in it, whose value nobody knows here.</param>
internal readonly record struct ShellWord(string Text, bool IsExpanded = false)
{
    public bool IsOption => Text.Length > 1 && Text[0] is '-' or '+';

    /// <summary><c>NAME=value</c>, <c>NAME+=value</c>, <c>NAME[i]=value</c>.</summary>
    public bool IsAssignment
    {
        get
        {
            var end = Text.IndexOf('=');
            if (end <= 0 || !(char.IsAsciiLetter(Text[0]) || Text[0] == '_'))
                return false;
            var name = Text.AsSpan(0, end).TrimEnd('+');
            var bracket = name.IndexOf('[');
            foreach (var c in bracket < 0 ? name : name[..bracket])
            {
                if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                    return false;
            }

            return true;
        }
    }

    /// <summary>As the name of a command: without its folders and <c>.exe</c>, in lower case.</summary>
    public string Name
    {
        get
        {
            var name = Text[(Text.AsSpan().LastIndexOfAny('/', '\\') + 1)..].ToLowerInvariant();
            return name.Length > 4 && name[^4..] is ".exe" or ".cmd" or ".bat" or ".com" ? name[..^4] : name;
        }
    }
}
