namespace CodeSyncer.Core.Projects.Readers;

/// <summary>The SDK that a .NET repository is built with.</summary>
internal sealed class GlobalJsonReader : IManifestReader
{
    public bool Reads(string name) => name == "global.json";

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        if (VersionText.MajorMinor(tree.File(path)!.Json()["sdk"]["version"].Text) is { } version)
            stack.Runtimes.Add($".NET SDK {version}");
    }
}
