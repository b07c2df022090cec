using System.Text.Json;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>What <c>init</c> did to a repository that cannot be told from the files themselves; <c>uninstall</c> and <c>doctor</c> read it.</summary>
public sealed record WiringRecord
{
    public InitMode Mode { get; init; }

    /// <summary>Whether the hooks were to be wired.</summary>
    public bool Hooks { get; init; } = true;

    /// <summary>Folders of hooks that hold sections of ours, absolute.</summary>
    public IReadOnlyList<string> HookDirectories { get; init; } = [];

    /// <summary>Files that got a block of ours in this clone, absolute. One that came with a pull is not ours to take out.</summary>
    public IReadOnlyList<string> Written { get; init; } = [];

    /// <summary>Files and folders that were not there before, absolute: they go when nothing else is in them.</summary>
    public IReadOnlyList<string> Created { get; init; } = [];

    public static string PathOf(GitRepository repository) => Path.Combine(repository.OwnDirectory, "state", "wiring.json");

    /// <summary>The mark of a repository that opted in: sections in shared places act only where it stands.</summary>
    public static string EnabledPath(GitRepository repository) => Path.Combine(repository.OwnDirectory, "enabled");

    /// <summary>Null where <c>init</c> never ran, or its record is lost or unreadable.</summary>
    public static WiringRecord? Read(GitRepository repository)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(PathOf(repository)), OnboardingJson.Default.WiringRecord);
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            return null;
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, OnboardingJson.Default.WiringRecord);
}
