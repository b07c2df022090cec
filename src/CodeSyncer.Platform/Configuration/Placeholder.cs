// Placeholder so that the solution builds while this room is being written: delete this file when its own code arrives.
using CodeSyncer.Core.Configuration;

namespace CodeSyncer.Platform.Configuration;

public static class SettingsFiles
{
    public static (Settings Settings, IReadOnlyList<ConfigProblem> Problems) Read(string? workTree, bool strict) => (Settings.Default, strict || workTree is null ? [] : []);
}
