using System.Reflection;

namespace CodeSyncer.Testing;

/// <summary>The executable as it is published: NativeAOT where the machine has a C compiler.</summary>
public static class PublishedExecutable
{
    public static string Path { get; } = typeof(PublishedExecutable).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "NativeExecutable").Value!;
}
