namespace CodeSyncer.Core.Projects.Formats;

/// <summary>What could be read of a manifest.</summary>
/// <param name="Broken">True when it ends before its text does: the rest could not be read.</param>
internal readonly record struct ParsedManifest(ManifestValue Root, bool Broken);
