namespace CodeSyncer.Testing;

/// <summary>What a process said, and its exit code.</summary>
public sealed record ProcessAnswer(int ExitCode, string Output, string Error)
{
    /// <summary>The answer itself; throws where the process failed, with everything it said.</summary>
    public ProcessAnswer Succeeded() => ExitCode == 0
        ? this
        : throw new InvalidOperationException($"exit code {ExitCode}\n--- output\n{Output}\n--- error\n{Error}");
}
