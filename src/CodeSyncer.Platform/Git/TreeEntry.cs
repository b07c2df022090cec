namespace CodeSyncer.Platform.Git;

/// <summary>One entry of a tree object.</summary>
/// <param name="Mode">As git writes it: <c>40000</c> a tree, <c>100644</c> a file.</param>
/// <param name="Id">In hexadecimal digits.</param>
internal readonly record struct TreeEntry(string Mode, string Name, string Id)
{
    public const string Folder = "40000";
    public const string File = "100644";

    public bool IsFolder => Mode == Folder;
}
