using Xunit;

namespace CodeSyncer.Testing;

/// <summary>A test that needs a program of others; skipped, with its name, on a machine without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program)
    {
        Program = program;
        if (Tools.Find(program) is null)
            Skip = $"'{program}' is not on this machine";
    }

    public string Program { get; }
}
