namespace CodeSyncer.Core.Projects.Readers;

/// <summary>An executable or a library of a CMake file.</summary>
internal sealed class CMakeTarget(string name, bool isExecutable)
{
    public string Name => name;

    public bool IsExecutable => isExecutable;

    /// <summary>Whether <c>add_test</c> runs it.</summary>
    public bool IsTest { get; set; }

    /// <summary>Sources whose name says that execution starts there.</summary>
    public List<string> MainSources { get; } = [];

    public List<string> Links { get; } = [];
}
