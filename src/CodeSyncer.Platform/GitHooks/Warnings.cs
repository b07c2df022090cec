using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.GitHooks;

/// <summary>Says a warning once, not at every commit: again only after something about the warnings has changed.</summary>
internal sealed class Warnings(Workspace workspace, TextWriter error)
{
    public void Say(IReadOnlyList<string> warnings)
    {
        var file = Path.Combine(workspace.Paths.WorkTreeState, "warned");
        if (warnings.Count == 0)
        {
            File.Delete(file);
            return;
        }

        var said = File.Exists(file) ? File.ReadAllText(file) : "";
        var all = string.Join('\n', warnings);
        if (said == all)
            return;
        AtomicFile.Write(file, all);
        foreach (var warning in warnings)
            error.WriteLine(SafeText.ForTerminal("codesyncer: " + warning));
    }
}
