namespace CodeSyncer.Platform.Files;

/// <summary>What can stand at a path.</summary>
internal enum FileKind
{
    Missing,
    File,
    Link,
    Folder,

    /// <summary>A pipe, socket or device.</summary>
    Other,
}
