using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>Adds patterns of ours to <c>info/exclude</c>, or takes all of them out.</summary>
internal sealed class ExcludeChange(ExcludeFile exclude, IReadOnlyList<string> patterns) : Change(exclude.Path)
{
    private IReadOnlyList<string> _before = [];

    public override void Apply()
    {
        _before = exclude.Patterns();
        exclude.SetPatterns(patterns);
    }

    public override void Undo() => exclude.SetPatterns(_before);
}
