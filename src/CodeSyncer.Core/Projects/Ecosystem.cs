namespace CodeSyncer.Core.Projects;

/// <summary>The world of tools and packages that a project belongs to; names and versions mean something only inside one.</summary>
public enum Ecosystem
{
    DotNet,
    Node,
    Python,
    Go,
    Rust,
    Jvm,
    Php,
    Ruby,
    Dart,
    PowerShell,
    CMake,
    Make,
}
