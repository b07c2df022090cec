using System.Text;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>The folder where git looks for the hooks of a work tree, and who else looks there.</summary>
public sealed record HooksPlace
{
    /// <summary>Absolute, symbolic links resolved; it may not exist.</summary>
    public required string Directory { get; init; }

    /// <summary>Whether other repositories may use the same folder.</summary>
    public required bool IsShared { get; init; }

    /// <summary>Whether it lies in the work tree, where its files can be tracked.</summary>
    public required bool IsInWorkTree { get; init; }

    /// <summary>The value of <c>core.hooksPath</c> in force, as written; null where it is not set.</summary>
    public string? Setting { get; init; }

    /// <summary>Where that value comes from: <c>local, file:.git/config</c>.</summary>
    public string? Origin { get; init; }

    /// <summary>A value that only this process's environment or command line set: it is gone with them.</summary>
    public string? Passing { get; init; }

    /// <summary>Reads every scope, and asks git.</summary>
    public static HooksPlace Of(GitRepository repository)
    {
        var git = new GitCommand(repository.WorkTree ?? repository.GitDirectory) { KeepsHooksPath = true };
        var (_, output, _) = git.Run(null, "config", "--null", "--show-scope", "--show-origin", "--get-all", "core.hooksPath");
        var fields = Encoding.UTF8.GetString(output).Split('\0');
        string? setting = null, origin = null, passing = null;
        for (var i = 0; i + 2 < fields.Length; i += 3)
        {
            if (fields[i] == "command")
                passing = fields[i + 2];
            else
                (setting, origin) = (fields[i + 2], $"{fields[i]}, {fields[i + 1]}");
        }

        string[] question = ["rev-parse", "--path-format=absolute", "--git-path", "hooks"];
        // Without a value that lasts, one that does not must not hide git's own folder.
        var directory = passing is null
            ? git.Text(question)
            : setting is null ? Path.Combine(repository.CommonDirectory, "hooks") : git.Text(["-c", "core.hooksPath=" + setting, .. question]);
        var real = RealPath.Of(directory);
        var own = RealPath.IsWithin(real, RealPath.Of(repository.CommonDirectory));
        var inWorkTree = !own && repository.WorkTree is { } root && RealPath.IsWithin(real, RealPath.Of(root));
        return new HooksPlace
        {
            Directory = real,
            IsShared = !own && !inWorkTree,
            IsInWorkTree = inWorkTree,
            Setting = setting,
            Origin = origin,
            Passing = passing,
        };
    }
}
