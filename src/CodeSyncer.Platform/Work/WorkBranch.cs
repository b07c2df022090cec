namespace CodeSyncer.Platform.Work;

/// <summary>A branch of saved work, by its full name in <c>work.git</c>.</summary>
internal readonly record struct WorkBranch(string Ref);
