using CodeSyncer.Core.Context;
using CodeSyncer.Core.GitHooks;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>One hook in a folder of hooks, as it stands on disk.</summary>
/// <param name="hook">Git's name of the hook.</param>
/// <param name="fileName">Its file, where another tool has given it another name.</param>
internal sealed class HookFile(string directory, string hook, string? fileName = null)
{
    public string Hook { get; } = hook;

    public string Path { get; } = System.IO.Path.Combine(directory, fileName ?? hook);

    /// <summary>What the hook is kept as where ours runs it.</summary>
    public string KeptPath => System.IO.Path.Combine(directory, KeptName);

    /// <summary>A hook that tells by its name what it is (one file behind several hooks) keeps that name, in a folder beside it.</summary>
    public string KeptName => System.IO.Path.Exists(System.IO.Path.Combine(directory, NamedKeptName)) || SharesItsContent()
        ? NamedKeptName
        : PlainKeptName;

    private string PlainKeptName => Hook + ".codesyncer-kept";

    private string NamedKeptName => "codesyncer-kept/" + Hook;

    /// <summary>The kept hook that is there; null where none is.</summary>
    public string? FindKept() => new[] { NamedKeptName, PlainKeptName }
        .Select(name => System.IO.Path.Combine(directory, name))
        .FirstOrDefault(path => new FileInfo(path) is { } file && (file.Exists || file.LinkTarget is not null));

    public ExistingHook? Read()
    {
        var file = new FileInfo(Path);
        var isLink = file.LinkTarget is not null;
        if (!isLink && !file.Exists)
            return null;
        if (!File.Exists(RealPath.Of(Path)))
            return new ExistingHook(Array.Empty<byte>(), isLink, IsExecutable: false);
        return new ExistingHook(File.ReadAllBytes(Path), isLink, IsExecutable(Path));
    }

    /// <summary>How our section in it is made; null where it holds none.</summary>
    public HookForm? WiredForm(ReadOnlySpan<byte> content) => HookShim.Block.Body(content, Path) switch
    {
        null => null,
        var body when body.Contains("CODESYNCER_CHAIN", StringComparison.Ordinal) => HookForm.Section,
        var body when body.Contains("codesyncer-kept", StringComparison.Ordinal) => HookForm.Kept,
        _ => HookForm.Fresh,
    };

    public static bool IsExecutable(string path) =>
        OperatingSystem.IsWindows()
        || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;

    private bool SharesItsContent()
    {
        if (!File.Exists(RealPath.Of(Path)))
            return false;
        var content = File.ReadAllBytes(Path);
        return Directory.EnumerateFiles(directory)
            .Any(other => other != Path && File.Exists(RealPath.Of(other)) && File.ReadAllBytes(other).AsSpan().SequenceEqual(content));
    }
}
