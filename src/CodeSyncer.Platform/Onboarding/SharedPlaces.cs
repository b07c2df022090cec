using System.Text.Json;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>
/// Which repositories of this user rely on our sections in a folder of hooks that they share: the sections go when the last of them is uninstalled.
/// </summary>
internal sealed class SharedPlaces(UserPlaces places)
{
    private readonly string _path = Path.Combine(places.DataDirectory, "shared-hooks.json");

    public IReadOnlyList<Change> PlanAdding(string directory, GitRepository repository)
    {
        var all = Read();
        var users = all.GetValueOrDefault(directory, []);
        return users.Contains(repository.CommonDirectory) ? [] : Write(all, directory, [.. users, repository.CommonDirectory]);
    }

    public IReadOnlyList<Change> PlanRemoving(string directory, GitRepository repository)
    {
        var all = Read();
        return all.ContainsKey(directory) ? Write(all, directory, [.. Others(directory, repository)]) : [];
    }

    /// <summary>The other repositories that are still there and still onboarded.</summary>
    public IReadOnlyList<string> Others(string directory, GitRepository repository) =>
        [.. Read().GetValueOrDefault(directory, [])
            .Where(common => common != repository.CommonDirectory && File.Exists(Path.Combine(common, "codesyncer", "enabled")))];

    private IReadOnlyList<Change> Write(Dictionary<string, IReadOnlyList<string>> all, string directory, IReadOnlyList<string> users)
    {
        if (users.Count > 0)
            all[directory] = users;
        else
            all.Remove(directory);
        return all.Count == 0
            ? [new DeleteFile(_path)]
            : [new WriteFile(_path, JsonSerializer.SerializeToUtf8Bytes(all, OnboardingJson.Default.DictionaryStringIReadOnlyListString))];
    }

    private Dictionary<string, IReadOnlyList<string>> Read()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(_path), OnboardingJson.Default.DictionaryStringIReadOnlyListString) ?? [];
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            return [];
        }
    }
}
