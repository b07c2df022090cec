namespace CodeSyncer.Platform.Work;

/// <summary>The newest save, and whether it was made now: where nothing has changed, there is none to make.</summary>
public sealed record SaveResult(SavedWork Work, bool IsNew);
