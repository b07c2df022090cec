namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Which package manager a folder of Node.js packages is installed with.</summary>
internal static class NodeManager
{
    private static readonly (string File, string Manager)[] Marks =
    [
        ("pnpm-lock.yaml", "pnpm"), ("pnpm-workspace.yaml", "pnpm"), ("yarn.lock", "yarn"),
        ("bun.lock", "bun"), ("bun.lockb", "bun"), ("package-lock.json", "npm"), ("npm-shrinkwrap.json", "npm"),
    ];

    /// <summary>From the nearest lock file or <c>packageManager</c> upwards; npm, which every Node.js brings, when nothing tells.</summary>
    public static string Of(string folder, ManifestTree tree)
    {
        foreach (var each in RepositoryPath.Upward(folder))
        {
            var named = tree.File(RepositoryPath.Join(each, "package.json"))?.Json()["packageManager"].Text;
            if (named?.Split('@')[0] is "npm" or "pnpm" or "yarn" or "bun")
                return named.Split('@')[0];
            foreach (var (file, manager) in Marks)
            {
                if (tree.Has(each, file))
                    return manager;
            }
        }

        return "npm";
    }

    public static string Run(string manager, string script) =>
        script == "test" && manager != "bun" ? $"{manager} test" : $"{manager} run {script}";
}
