using Xunit;

namespace CodeSyncer.Testing;

/// <summary>A test of file modes or shell scripts, which Windows does not have.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has no file modes and no sh";
    }
}
