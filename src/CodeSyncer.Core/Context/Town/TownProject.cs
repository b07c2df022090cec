using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Context.Town;

/// <summary>A rig as the town's documents show it.</summary>
/// <param name="Folder">Relative to the root of the town, with <c>/</c>; null: it stands elsewhere, and nothing can link to it.</param>
/// <param name="Stack">What its manifests say; null: it cannot be read.</param>
public sealed record TownProject(string Rig, string? Folder, Stack? Stack);
