using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.Platform.Town;

namespace CodeSyncer.Cli.Verbs;

/// <summary>What every answer for a town says.</summary>
internal static class ScopeText
{
    /// <summary>A rig that has vanished is said, and the others answer.</summary>
    public static void Warn(TownScope scope)
    {
        foreach (var (rig, problem) in scope.Missing)
            Console.Error.WriteLine(SafeText.ForTerminal($"codesyncer: rig '{rig}' is left out: {problem}: put it back, or 'codesyncer rig remove {rig}'"));
    }

    public static string Place(string rig, string path) => rig.Length == 0 ? path : $"{rig}/{path}";
}
