namespace CodeSyncer.Core.Work.Shell;

/// <summary>Judges a command of git: its own options, its aliases, its subcommand.</summary>
internal sealed class GitRisk(CommandRisk shell, Func<string, string?> gitAlias)
{
    /// <summary>Aliases within aliases; git itself refuses circles.</summary>
    private const int DeepestAlias = 10;

    private const string AliasKey = "alias.";

    /// <summary>Those that <c>-c alias.name=value</c> gives to this one command.</summary>
    private readonly Dictionary<string, string> _ownAliases = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="at">The place of git's name.</param>
    /// <param name="name"><c>git</c>, or <c>git-rm</c>.</param>
    public bool IsRisky(CommandRisk.Part part, int at, string name)
    {
        if (name.Length <= 4)
            return IsRisky(part, at + 1, depth: 0);
        List<ShellWord> words = [new(name[4..]), .. part.Words.Skip(at + 1)];
        return IsRisky(part with { Words = words }, 0, depth: 0);
    }

    private bool IsRisky(CommandRisk.Part part, int at, int depth)
    {
        var words = part.Words;
        while (at < words.Count && words[at].IsOption)
        {
            var hasValue = RiskyWords.GitValues.Contains(words[at].Text) && at + 1 < words.Count;
            if (hasValue && words[at].Text == "-c")
                NoteAlias(words[at + 1].Text);
            at += hasValue ? 2 : 1;
        }

        if (at >= words.Count)
            return false;
        if (words[at].IsExpanded || RiskyWords.Ends.Any(end => CommandRisk.Holds(part, at, end)))
            return true;
        var command = words[at].Text;
        if (RiskyWords.Git.Contains(command))
            return !(RiskyWords.HarmlessActions.TryGetValue(command.ToLowerInvariant(), out var harmless) && at + 1 < words.Count && harmless.Contains(words[at + 1].Text));
        if (RiskyWords.HarmlessGit.Contains(command))
        {
            return CommandRisk.Holds(part, at, "--output")
                || (RiskyWords.RiskyActions.TryGetValue(command, out var risky) && risky.Any(argument => CommandRisk.Holds(part, at, argument)));
        }

        var alias = _ownAliases.GetValueOrDefault(command) ?? gitAlias(command);
        return alias is null || depth == DeepestAlias || IsRiskyAlias(part, at, alias.Trim(), depth);
    }

    private void NoteAlias(string setting)
    {
        var sign = setting.IndexOf('=');
        if (sign > AliasKey.Length && setting.StartsWith(AliasKey, StringComparison.OrdinalIgnoreCase))
            _ownAliases[setting[AliasKey.Length..sign]] = setting[(sign + 1)..];
    }

    /// <summary>Git appends the arguments, to a shell alias (<c>!</c>) too.</summary>
    private bool IsRiskyAlias(CommandRisk.Part part, int at, string alias, int depth)
    {
        var rest = part.Words.Skip(at + 1);
        if (alias.StartsWith('!'))
        {
            var quoted = rest.Select(word => $" '{word.Text.Replace("'", "'\\''", StringComparison.Ordinal)}'");
            var script = alias[1..] + string.Concat(quoted);
            return shell.IsRisky(script, ShellDialect.Posix, part.Depth + 1, out var isBroken) || (isBroken && RiskyWords.AreIn(script));
        }

        var read = ShellReader.Read(alias, ShellDialect.Posix);
        if (read.IsBroken || read.Commands.Count != 1)
            return true;
        return IsRisky(part with { Words = [.. read.Commands[0].Words, .. rest] }, 0, depth + 1);
    }
}
