namespace CodeSyncer.Core.Work.Shell;

/// <content>Shells and interpreters: what they run is read where it is a text of a shell.</content>
internal sealed partial class CommandRisk
{
    private bool IsRiskyShell(Part part, int at, ShellDialect dialect)
    {
        var hasOperand = false;
        for (var i = at + 1; i < part.Words.Count; i++)
        {
            var word = part.Words[i];
            if (!word.IsOption)
            {
                hasOperand |= !part.Words[i - 1].IsOption || i == at + 1;
                continue;
            }

            if (hasOperand || word.Text.StartsWith("--", StringComparison.Ordinal) || !word.Text.Contains('c'))
                continue;
            var script = i + 1;
            while (script < part.Words.Count && part.Words[script].IsOption)
                script++;
            return script < part.Words.Count && IsRiskyText(part.Words[script], dialect, part.Depth);
        }

        return !hasOperand && IsRiskyInput(part, dialect);
    }

    private bool IsRiskyText(ShellWord word, ShellDialect dialect, int depth) =>
        (word.IsExpanded && word.Text.StartsWith('$') && !word.Text.AsSpan().ContainsAny(" \t\n")) || IsRiskyScript(word.Text, dialect, depth);

    /// <summary>What a shell reads when it has no script: a here-document, or what nobody knows.</summary>
    private bool IsRiskyInput(Part part, ShellDialect dialect) => part.Command is { } command
        && (command.IsFed || command.Input.Exists(input => IsRiskyScript(input, dialect, part.Depth)));

    private bool IsRiskyWindowsShell(Part part, int at, bool isCmd)
    {
        for (var i = at + 1; i < part.Words.Count; i++)
        {
            var text = part.Words[i].Text;
            var option = text.TrimStart('-', '/');
            if (option.Length == text.Length)
                return IsRiskyScript(part.Join(i), ShellDialect.Windows, part.Depth);
            if (isCmd && option is "c" or "C" or "k" or "K")
                return IsRiskyScript(part.Join(i + 1), ShellDialect.Windows, part.Depth);
            if (isCmd || option.Length == 0)
                continue;
            // PowerShell takes any beginning of an option's name.
            if ("command".StartsWith(option, StringComparison.OrdinalIgnoreCase))
                return part.Words.Skip(i + 1).Any(word => word.Text is "-") || IsRiskyScript(part.Join(i + 1), ShellDialect.Windows, part.Depth);
            if (option.Equals("ec", StringComparison.OrdinalIgnoreCase) || "encodedcommand".StartsWith(option, StringComparison.OrdinalIgnoreCase))
                return true;
            if ("file".StartsWith(option, StringComparison.OrdinalIgnoreCase))
                return false;
            // Its other options with a value: -ExecutionPolicy, -WorkingDirectory, -OutputFormat...
            if (option.Length > 0 && char.ToLowerInvariant(option[0]) is 'e' or 'w' or 'o' or 'i' or 'v' && i + 1 < part.Words.Count && !part.Words[i + 1].IsOption)
                i++;
        }

        return IsRiskyInput(part, ShellDialect.Windows);
    }

    /// <summary>Whether an interpreter has no file to run, and is given a program otherwise.</summary>
    private static bool ReadsProgram(Part part, int at)
    {
        if (part.Command is not { } command || !(command.IsFed || command.Input.Count > 0))
            return false;
        return part.Words.Skip(at + 1).All(word => word.IsOption || word.Text is "-");
    }
}
