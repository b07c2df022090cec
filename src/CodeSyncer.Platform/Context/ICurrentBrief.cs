namespace CodeSyncer.Platform.Context;

/// <summary>What CURRENT.md says beside the tags: bead, last handoff, unread mail.</summary>
public interface ICurrentBrief
{
    /// <summary>Another one means another text; cheap to ask for.</summary>
    string Key { get; }

    /// <summary>Markdown; empty: nothing.</summary>
    string Render();
}
