namespace CodeSyncer.Core.Projects;

/// <summary>What a project is for, as far as its manifest tells.</summary>
public enum ProjectKind
{
    Library,
    Application,
    WebApplication,
    CommandLineTool,
    Test,
    Benchmark,
}
