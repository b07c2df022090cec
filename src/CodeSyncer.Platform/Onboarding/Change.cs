namespace CodeSyncer.Platform.Onboarding;

/// <summary>
/// One change to the machine: planned first, so that it can be shown; then applied; undone where a later one of the
/// same plan fails.
/// </summary>
public abstract class Change(string path)
{
    public string Path { get; } = path;

    public abstract void Apply();

    /// <summary>Puts back what <see cref="Apply"/> found.</summary>
    public abstract void Undo();
}
