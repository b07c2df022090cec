using System.Buffers;

namespace CodeSyncer.Core.Work.Shell;

/// <summary>Judges the commands of one shell text, and the texts and aliases within them.</summary>
/// <param name="gitAlias">As for <see cref="ShellCommand.CanLoseWork(string, Func{string, string})"/>.</param>
internal sealed partial class CommandRisk(Func<string, string?> gitAlias)
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\n;|&");

    /// <summary>Texts within texts; below it words alone decide.</summary>
    private const int Deepest = 12;

    /// <summary>Words behind a wrapper (<c>sudo</c>) that may be its command; one with more is not understood.</summary>
    private const int MostCandidates = 32;

    /// <summary>
    /// Characters and words looked at in all, texts within texts and aliases included: it bounds the time for hostile input.
    /// </summary>
    private int _budget = 8 * ShellCommand.LongestRead;

    /// <param name="isBroken">Whether the text is not of this dialect.</param>
    public bool IsRisky(string text, ShellDialect dialect, int depth, out bool isBroken)
    {
        isBroken = false;
        _budget -= text.Length;
        if (_budget < 0)
            return true;
        if (depth > Deepest)
            return RiskyWords.AreIn(text);
        var reader = ShellReader.Read(text, dialect);
        isBroken = reader.IsBroken;
        var mentions = new Lazy<bool>(() => RiskyWords.AreIn(text));
        foreach (var command in reader.Commands)
        {
            if (IsRisky(command, dialect, depth, mentions))
                return true;
        }

        foreach (var script in reader.Scripts)
        {
            if (IsRiskyScript(script, dialect, depth))
                return true;
        }

        return reader.IsGivenUp && mentions.Value;
    }

    /// <summary>A text within another; what cannot be read is judged by its words.</summary>
    private bool IsRiskyScript(string text, ShellDialect dialect, int depth) =>
        IsRisky(text, dialect, depth + 1, out var isBroken) || (isBroken && RiskyWords.AreIn(text));

    private bool IsRisky(SimpleCommand command, ShellDialect dialect, int depth, Lazy<bool> mentions) =>
        command.Overwrites || IsRisky(new Part(command.Words, command, dialect, depth, mentions), FirstWord(command.Words));

    /// <summary>Judges the command that begins at a word, wrappers looked through.</summary>
    public bool IsRisky(Part part, int at)
    {
        var words = part.Words;
        if (at >= words.Count)
            return false;
        var name = words[at].Name;
        if (!RiskyWords.Wrappers.Contains(name))
            return IsRiskyAt(part, at) || (RiskyWords.Runners.Contains(name) && IsRiskyRun(part, at));
        if (name == "command" && at + 1 < words.Count && words[at + 1].Text is "-v" or "-V")
            return false;
        // Without a command they are a shell.
        if (name is "sudo" or "doas" or "su" && words.Skip(at + 1).All(word => word.IsOption || word.Text is "-") && IsRiskyInput(part, ShellDialect.Posix))
            return true;
        return IsRiskyWithin(part, at + 1, RiskyWords.ScriptTakers.Contains(name));
    }

    /// <summary>
    /// Any of the words may be the command, since which options of a wrapper take a value is not known; the first one is
    /// it if nothing else is.
    /// </summary>
    private bool IsRiskyWithin(Part part, int start, bool takesScripts)
    {
        var candidates = 0;
        for (var at = start; at < part.Words.Count; at++)
        {
            var word = part.Words[at];
            if (takesScripts && word.Text.AsSpan().ContainsAny(Separators) && IsRiskyScript(word.Text, part.Dialect, part.Depth))
                return true;
            if (word.IsOption || word.IsAssignment || word.Text.Length == 0 || char.IsAsciiDigit(word.Text[0]))
                continue;
            if (++candidates > MostCandidates)
                return true;
            if ((candidates == 1 || !RiskyWords.Ambiguous.Contains(word.Name)) && IsRiskyAt(part, at))
                return true;
            if (RiskyWords.Runners.Contains(word.Name) && IsRiskyRun(part, at))
                return true;
        }

        return false;
    }

    private bool IsRiskyRun(Part part, int at)
    {
        if (!Spend(part, at))
            return true;
        var rest = part.Words.Skip(at + 1);
        if (rest.Any(word => Array.Exists(RiskyWords.StepNames, name => word.Text.Contains(name, StringComparison.OrdinalIgnoreCase))))
            return true;
        var run = part.Words.FindIndex(at + 1, word => word.Text is "run" or "exec" or "x");
        return run >= 0 && IsRiskyWithin(part, run + 1, takesScripts: true);
    }

    private bool Spend(Part part, int at) => (_budget -= part.Words.Count - at) >= 0;

    /// <summary>Judges a command by its name, wrappers left aside.</summary>
    private bool IsRiskyAt(Part part, int at)
    {
        var word = part.Words[at];
        var name = word.Name;
        if (!Spend(part, at))
            return true;
        if (word.IsExpanded && name.Contains('$'))
            return IsRiskyUnknown(part, name);
        if (name == "git" || name.StartsWith("git-", StringComparison.Ordinal))
            return new GitRisk(this, gitAlias).IsRisky(part, at, name);
        if (RiskyWords.Commands.Contains(name))
            return true;
        // [IO.File]::Delete(..): whatever .NET can do.
        if (name.StartsWith('[') && name.Contains("]::", StringComparison.Ordinal))
            return true;
        if (RiskyWords.PosixShells.Contains(name))
            return IsRiskyShell(part, at, ShellDialect.Posix);
        if (RiskyWords.WindowsShells.Contains(name))
            return IsRiskyWindowsShell(part, at, isCmd: name == "cmd");
        return IsRiskyWithArguments(part, at, name);
    }

    private bool IsRiskyWithArguments(Part part, int at, string name)
    {
        switch (name)
        {
            case "eval" or "iex" or "invoke-expression":
                return part.Words.Skip(at + 1).Any(word => word.IsExpanded) || IsRiskyScript(part.Join(at + 1), part.Dialect, part.Depth);
            case "trap":
                return at + 1 < part.Words.Count && IsRiskyScript(part.Words[at + 1].Text, part.Dialect, part.Depth);
            case "alias" or "set-alias" or "sal" or "new-alias":
                return part.Words.Skip(at + 1).Any(word => IsRiskyScript(word.Text[(word.Text.IndexOf('=') + 1)..], part.Dialect, part.Depth));
            case "tee" or "tee-object":
                var operands = part.Words.Skip(at + 1);
                return operands.Any(word => !word.IsOption && !RiskyWords.IsNoFile(word.Text)) && !operands.Any(word => IsAppend(word.Text));
            case "apply_patch" or "applypatch":
                return part.Words.Skip(at + 1).Select(word => word.Text).Concat(part.Command?.Input ?? []).Any(patch =>
                    patch.Contains("*** Delete File", StringComparison.Ordinal) || patch.Contains("*** Move to", StringComparison.Ordinal));
            case "awk" or "gawk" or "mawk" or "nawk":
                return part.Words.Skip(at + 1).Any(word => word.Text.Contains("system(", StringComparison.Ordinal) || word.Text.Replace(" ", "", StringComparison.Ordinal).Contains(">\"", StringComparison.Ordinal));
            case "find" or "gfind" or "fd" or "fdfind":
                return RiskyWords.Arguments["find"].Any(argument => Holds(part, at, argument)) || RunsRisky(part, at);
        }

        var bare = name.AsSpan().TrimEnd("0123456789.").ToString();
        if (RiskyWords.Arguments.TryGetValue(name, out var arguments) || RiskyWords.Arguments.TryGetValue(bare, out arguments))
        {
            if (arguments.Any(argument => Holds(part, at, argument)) || (bare is "tar" or "bsdtar" && IsBareExtract(part, at)))
                return true;
        }

        return RiskyWords.Interpreters.Contains(bare) && ReadsProgram(part, at);
    }

    /// <summary><c>tar xf</c>: its options need no dash.</summary>
    private static bool IsBareExtract(Part part, int at) => at + 1 < part.Words.Count && part.Words[at + 1].Text is var first
        && first.Contains('x') && !first.AsSpan().ContainsAny('.', '/', '-');

    private static bool IsAppend(string option) => option is "-a" or "-ai" or "-ia" or "--append" || option.Equals("-append", StringComparison.OrdinalIgnoreCase);

    /// <summary>A variable for a command: its name may tell, or any word of the text in which it got its value.</summary>
    private static bool IsRiskyUnknown(Part part, string name) =>
        RiskyWords.Commands.Contains(string.Concat(name.Where(char.IsAsciiLetter))) || part.Mentions.Value;

    /// <summary><c>find -exec</c>, <c>fd -x</c>: the words behind are a command.</summary>
    private bool RunsRisky(Part part, int at)
    {
        var runs = 0;
        for (var i = at + 1; i < part.Words.Count; i++)
        {
            if (part.Words[i].Text is not ("-exec" or "-execdir" or "-ok" or "-okdir" or "-x" or "-X" or "--exec" or "--exec-batch"))
                continue;
            if (++runs > MostCandidates || IsRisky(part, i + 1))
                return true;
        }

        return false;
    }

    /// <summary>Whether a command has an argument, in the forms of <see cref="RiskyWords.Arguments"/>.</summary>
    public static bool Holds(Part part, int at, string argument)
    {
        for (var i = at + 1; i < part.Words.Count; i++)
        {
            var text = part.Words[i].Text;
            if (argument is ['-', _] && text is ['-', not '-', ..])
            {
                if (text.Contains(argument[1]))
                    return true;
            }
            else if (text.Equals(argument, StringComparison.OrdinalIgnoreCase)
                || (argument[^1] == '=' && text.StartsWith(argument, StringComparison.Ordinal))
                || (argument.StartsWith("--", StringComparison.Ordinal) && text.StartsWith(argument, StringComparison.Ordinal) && text[argument.Length] == '='))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The place of the command's name: behind grammar, assignments, and PowerShell's <c>$x =</c>.</summary>
    private static int FirstWord(List<ShellWord> words)
    {
        var at = 0;
        while (at < words.Count)
        {
            var text = words[at].Text;
            if (RiskyWords.Grammar.Contains(text) || words[at].IsAssignment)
                at++;
            else if (text.StartsWith('$') && at + 1 < words.Count && words[at + 1].Text is "=" or "+=")
                at += 2;
            else if (!text.StartsWith('$') || text.LastIndexOf('=') is not (> 0 and var sign))
                break;
            else if (sign == text.Length - 1)
                at++;
            else
                words[at] = new ShellWord(text[(sign + 1)..], text.AsSpan(sign).Contains('$'));
        }

        return at;
    }

    /// <summary>The words among which a command stands.</summary>
    /// <param name="Command">What it reads from; null for the words of an alias.</param>
    /// <param name="Mentions">Whether the text in which it stands has a risky word anywhere.</param>
    internal readonly record struct Part(List<ShellWord> Words, SimpleCommand? Command, ShellDialect Dialect, int Depth, Lazy<bool> Mentions)
    {
        public string Join(int start) => string.Join(' ', Words.Skip(start).Select(word => word.Text));
    }
}
