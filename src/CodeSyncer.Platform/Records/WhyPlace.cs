using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Scopes;

namespace CodeSyncer.Platform.Records;

/// <summary>The repository that a place is in, from wherever the question is asked.</summary>
/// <param name="Place">The place as <see cref="WhyReader"/> takes it.</param>
/// <param name="Rig">Its name in its town; empty: it is in none.</param>
/// <param name="IsFromTown">It was asked at the root of the town, where paths begin with the rig.</param>
public sealed record WhyPlace(Workspace Workspace, string Place, string Rig, bool IsFromTown)
{
    /// <summary>The places that a question is about: at the root of a town each of its rigs.</summary>
    /// <param name="leftOut">Hears of the town, for who says which of its rigs cannot be read.</param>
    /// <exception cref="CodeSyncerException">As of <see cref="Find"/>.</exception>
    public static IReadOnlyList<WhyPlace> All(string place, string directory, Action<TownScope> leftOut)
    {
        var full = Path.GetFullPath(place, directory);
        if (!Directory.Exists(full) || GitRepository.TryDiscover(full) is not null || LedgerPlace.TownAround(full) is not { } town || RealPath.Of(town) != RealPath.Of(full))
            return [Find(place, directory)];
        var scope = TownScope.Of(town, town: true);
        leftOut(scope);
        return [.. scope.Rigs.Select(rig => new WhyPlace(rig.Workspace, rig.Workspace.Root, rig.Rig, true))];
    }

    /// <param name="place">A path with or without <c>:LINE</c>, absolute or relative to <paramref name="directory"/>; in a town also as answers write it, with the rig first.</param>
    /// <exception cref="CodeSyncerException">It is in no repository; in a town the error says which rigs there are.</exception>
    public static WhyPlace Find(string place, string directory)
    {
        var full = Path.GetFullPath(place, directory);
        var folder = full;
        while (!Directory.Exists(folder))
            folder = Path.GetDirectoryName(folder)!;
        if (GitRepository.TryDiscover(folder) is not null)
        {
            var workspace = Workspace.Open(folder);
            var rig = LedgerPlace.TownOf(workspace.Repository) is null ? "" : TownScope.Around(workspace).NameOf(workspace.Repository);
            return new WhyPlace(workspace, place, rig, rig.Length > 0 && GitRepository.TryDiscover(directory) is null);
        }

        if (LedgerPlace.TownAround(folder) is not { } town)
            throw ErrorTexts.NotARepository(folder);
        var rigs = TownScope.Of(town).Rigs;
        var within = Path.GetRelativePath(town, full).Replace('\\', '/');
        return rigs.FirstOrDefault(rig => within.StartsWith(rig.Rig + "/", StringComparison.Ordinal)) is { } named
            ? new WhyPlace(named.Workspace, Path.Combine(named.Workspace.Root, within[(named.Rig.Length + 1)..]), named.Rig, true)
            : throw RecordErrors.InNoRig(place, [.. rigs.Select(rig => rig.Rig)]);
    }
}
