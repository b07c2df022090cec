using System.Text.Json;
using CodeSyncer.Platform.Files;
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

    /// <summary>Tracked hooks that got a section of ours in this clone, absolute.</summary>
    public IReadOnlyList<string> TrackedHooks { get; init; } = [];

    /// <summary>Settings of agents that hold entries of ours.</summary>
    public IReadOnlyList<AgentWiring> Agents { get; init; } = [];

    /// <summary>Files and folders that were not there before, absolute: they go when nothing else is in them.</summary>
    public IReadOnlyList<string> Created { get; init; } = [];

    public static string PathOf(GitRepository repository) => Path.Combine(repository.OwnDirectory, "state", "wiring.json");

    /// <summary>The mark of a repository that opted in: sections in shared places act only where it stands.</summary>
    public static string EnabledPath(GitRepository repository) => Path.Combine(repository.OwnDirectory, "enabled");

    /// <summary>Null where <c>init</c> never ran, or its record is lost or unreadable.</summary>
    public static WiringRecord? Read(GitRepository repository) => Read(PathOf(repository), RealPath.Of(repository.CommonDirectory));

    /// <param name="from">What its relative paths are relative to.</param>
    internal static WiringRecord? Read(string file, string from)
    {
        try
        {
            var record = JsonSerializer.Deserialize(File.ReadAllBytes(file), OnboardingJson.Default.WiringRecord);
            return record?.WithPaths(path => Path.GetFullPath(path, from));
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            return null;
        }
    }

    /// <summary>As it is stored: what lies in the repository relative to it, so that the whole may be moved.</summary>
    public byte[] ToBytes(GitRepository repository)
    {
        var common = RealPath.Of(repository.CommonDirectory);
        return ToBytes(common, repository.WorkTree is null ? common : RealPath.Of(repository.WorkTree));
    }

    /// <param name="from">What paths within it, or within <paramref name="root"/>, are stored relative to.</param>
    internal byte[] ToBytes(string from, string root)
    {
        var stored = WithPaths(path => RealPath.IsWithin(path, from) || RealPath.IsWithin(path, root)
            ? Path.GetRelativePath(from, path).Replace('\\', '/')
            : path);
        return JsonSerializer.SerializeToUtf8Bytes(stored, OnboardingJson.Default.WiringRecord);
    }

    private WiringRecord WithPaths(Func<string, string> convert) => this with
    {
        HookDirectories = [.. HookDirectories.Select(convert)],
        Written = [.. Written.Select(convert)],
        TrackedHooks = [.. TrackedHooks.Select(convert)],
        Agents = [.. Agents.Select(wiring => wiring with { File = convert(wiring.File) })],
        Created = [.. Created.Select(convert)],
    };
}
