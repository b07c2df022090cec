namespace CodeSyncer.Core.GitHooks;

/// <summary>A hook that stands where ours is wanted.</summary>
/// <param name="Content">Its bytes; of a symbolic link, those of its target (empty where it leads nowhere).</param>
/// <param name="IsSymbolicLink">Whether the hook itself is a link.</param>
/// <param name="IsExecutable">Whether git runs it.</param>
public sealed record ExistingHook(ReadOnlyMemory<byte> Content, bool IsSymbolicLink, bool IsExecutable);
