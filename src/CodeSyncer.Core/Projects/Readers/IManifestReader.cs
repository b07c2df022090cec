namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Reads one kind of manifest.</summary>
internal interface IManifestReader
{
    /// <summary>Whether it reads the file of this name (the last segment of the path).</summary>
    bool Reads(string name);

    /// <summary>Adds what the manifest says. Must not throw, whatever stands in it.</summary>
    void Read(string path, ManifestTree tree, StackDraft stack);
}
