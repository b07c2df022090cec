namespace CodeSyncer.Platform.GitHooks;

/// <summary>
/// Who has the last word on a hook: its work, or the clock. Only one has, so that after the time limit nothing of ours stops git, and nothing is said of a
/// commit that was let go. What the work says is held back until it has won.
/// </summary>
public sealed class HookDeadline(TextWriter error) : IDisposable
{
    private readonly TextWriter _error = error;
    private int _isDecided;

    /// <summary>What the work says.</summary>
    public StringWriter Said { get; } = new();

    /// <summary>The work is done: says what it said. False: the clock was first, and the work's answer counts no more.</summary>
    public bool TryFinish()
    {
        if (Interlocked.Exchange(ref _isDecided, 1) != 0)
            return false;
        _error.Write(Said.ToString());
        return true;
    }

    /// <summary>The time is over. False: the work was done before.</summary>
    public bool TryGiveUp(string message)
    {
        if (Interlocked.Exchange(ref _isDecided, 1) != 0)
            return false;
        _error.WriteLine(message);
        return true;
    }

    public void Dispose() => Said.Dispose();
}
