using System.Text;

namespace CodeSyncer.Platform.Git;

/// <summary>
/// Reads HEAD and refs from their files; a repository that keeps its refs in tables is asked through git.
/// Source of the formats: git's documentation, "gitrepository-layout" and "git-pack-refs".
/// </summary>
public sealed class HeadReader(GitRepository repository)
{
    private const string Symbolic = "ref: ";

    private string[]? _packed;

    /// <summary>Full name of the branch that HEAD stands for, also while it has no commit; null: detached.</summary>
    public string? Branch()
    {
        if (repository.UsesReftable)
            return repository.Git().TryText("symbolic-ref", "--quiet", "HEAD");
        return TryReadText(Path.Combine(repository.GitDirectory, "HEAD")) is { } head && head.StartsWith(Symbolic, StringComparison.Ordinal)
            ? head[Symbolic.Length..]
            : null;
    }

    /// <summary>The commit of HEAD; null: unborn.</summary>
    public string? Commit()
    {
        if (repository.UsesReftable)
            return repository.Git().TryText("rev-parse", "--verify", "--quiet", "HEAD");
        var head = TryReadText(Path.Combine(repository.GitDirectory, "HEAD"));
        return head is null || !head.StartsWith(Symbolic, StringComparison.Ordinal) ? head : Resolve(head[Symbolic.Length..]);
    }

    /// <summary>What a full ref name points to, through symbolic refs; null: no such ref.</summary>
    public string? Resolve(string name)
    {
        if (repository.UsesReftable)
            return repository.Git().TryText("rev-parse", "--verify", "--quiet", name);
        for (var depth = 0; depth < 5; depth++)
        {
            var text = TryReadText(Path.Combine(repository.CommonDirectory, name)) ?? Packed(name);
            if (text is null || !text.StartsWith(Symbolic, StringComparison.Ordinal))
                return text;
            name = text[Symbolic.Length..];
        }

        return null;
    }

    /// <summary>The ref that a symbolic ref names, without following it further.</summary>
    public string? SymbolicTarget(string name)
    {
        if (repository.UsesReftable)
            return repository.Git().TryText("symbolic-ref", "--quiet", name);
        return TryReadText(Path.Combine(repository.CommonDirectory, name)) is { } text && text.StartsWith(Symbolic, StringComparison.Ordinal)
            ? text[Symbolic.Length..]
            : null;
    }

    private string? Packed(string name)
    {
        _packed ??= TryReadText(Path.Combine(repository.CommonDirectory, "packed-refs"))?.Split('\n') ?? [];
        foreach (var line in _packed)
        {
            var space = line.IndexOf(' ');
            if (space == repository.HashSize * 2 && line.AsSpan(space + 1).SequenceEqual(name))
                return line[..space];
        }

        return null;
    }

    private static string? TryReadText(string path)
    {
        try
        {
            return File.ReadAllText(path, Encoding.UTF8).TrimEnd();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
