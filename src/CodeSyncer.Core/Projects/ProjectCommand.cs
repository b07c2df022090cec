namespace CodeSyncer.Core.Projects;

/// <summary>A command line, to be run in the folder of its project.</summary>
/// <param name="FromManifest">True where the manifest itself defines it (a script, a target); false where it is what the ecosystem's tool offers for every project.</param>
public sealed record ProjectCommand(CommandPurpose Purpose, string Text, bool FromManifest);
