using System.Text;
using CodeSyncer.Core.Context;
using CodeSyncer.Core.GitHooks;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>
/// lefthook writes its hooks anew whenever its configuration changes. Its personal file, <c>lefthook-local.yml</c>, outlives
/// that: there we stand a second time, and stay out where our section in the hook runs around lefthook.
/// </summary>
internal sealed class LefthookLocal(GitRepository repository)
{
    private static readonly ManagedBlock Block = ManagedBlock.Hash(1);

    /// <summary>The personal file as lefthook looks for it beside its configuration: dotted where that is.</summary>
    public string? File { get; } = Find(repository.WorkTree is null ? null : RealPath.Of(repository.WorkTree));

    /// <summary>The scripts that the personal file runs: they keep its lines short, and free of any path of this machine.</summary>
    public static string ScriptsDirectory(GitRepository repository) => Path.Combine(repository.OwnDirectory, "hooks");

    /// <param name="executable">Absolute path of the user's executable.</param>
    public PlanStep? Plan(IReadOnlyList<string> hooks, string executable)
    {
        if (hooks.Count == 0 || File is null)
            return null;
        var git = new GitCommand(repository.WorkTree!);
        if (git.TryText("ls-files", "--error-unmatch", "--", File) is not null)
            return PlanStep.Warning("lefthook", $"{Path.GetFileName(File)} is tracked, so it stays as it is: after 'lefthook install', run 'codesyncer doctor --fix'");

        var before = System.IO.File.Exists(File) ? System.IO.File.ReadAllBytes(File) : [];
        var keys = TopLevelKeys(Block.Remove(before, File));
        var ours = hooks.Where(hook => !keys.Contains(hook)).ToList();
        if (ours.Count == 0)
            return PlanStep.Warning("lefthook", $"{Path.GetFileName(File)} says something about these hooks already, so it stays as it is: after 'lefthook install', run 'codesyncer doctor --fix'");
        var changes = new List<Change>();
        foreach (var hook in ours)
        {
            var script = Path.Combine(ScriptsDirectory(repository), hook);
            var content = HookShim.Block.Put(
                Encoding.ASCII.GetBytes(HookShim.FirstLine),
                HookShim.ForRepository(executable.Replace('\\', '/')).Body(hook, HookForm.Fresh), script);
            if (!System.IO.File.Exists(script) || !System.IO.File.ReadAllBytes(script).AsSpan().SequenceEqual(content))
                changes.Add(new WriteFile(script, content, executable: true));
        }

        var after = Block.Put(before, string.Concat(ours.Select(Entry)), File);
        if (!after.AsSpan().SequenceEqual(before))
            changes.Add(new WriteFile(File, after));
        return PlanStep.Of("lefthook", $"{Path.GetFileName(File)} (excluded, yours alone) keeps {string.Join(", ", ours)} wired when lefthook writes its hooks anew", changes);
    }

    /// <summary>As the last command of the hook, in a form that every version of lefthook with personal files reads.</summary>
    private static string Entry(string hook) =>
        $$"""
        {{hook}}:
          commands:
            codesyncer:
              priority: 1000
              run: 'hook="$(git rev-parse --git-common-dir)/codesyncer/hooks/{{hook}}"; [ -n "$CODESYNCER_OUTER" ] || [ ! -x "$hook" ] || "$hook" {0}'

        """;

    private static HashSet<string> TopLevelKeys(byte[] yaml) =>
        [.. Encoding.UTF8.GetString(yaml).Split('\n')
            .Where(line => line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] != '#' && line.Contains(':'))
            .Select(line => line[..line.IndexOf(':')].Trim('"', '\'', ' ', '\uFEFF'))];

    private static string? Find(string? root)
    {
        // On Windows lefthook runs commands in a shell of another language.
        if (root is null || OperatingSystem.IsWindows())
            return null;
        foreach (var (folder, dot) in new[] { ("", ""), ("", "."), (".config", "") })
        {
            var directory = Path.Combine(root, folder);
            var main = new[] { "yml", "yaml", "toml", "json", "jsonc" }.Any(end => System.IO.File.Exists(Path.Combine(directory, $"{dot}lefthook.{end}")));
            if (!main)
                continue;
            foreach (var end in new[] { "toml", "json", "jsonc" })
            {
                if (System.IO.File.Exists(Path.Combine(directory, $"{dot}lefthook-local.{end}")))
                    return null;
            }

            var yaml = Path.Combine(directory, $"{dot}lefthook-local.yaml");
            return System.IO.File.Exists(yaml) ? yaml : Path.Combine(directory, $"{dot}lefthook-local.yml");
        }

        return null;
    }
}
