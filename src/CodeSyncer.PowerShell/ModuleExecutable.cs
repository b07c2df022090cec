using System.Runtime.InteropServices;
using CodeSyncer.Platform.Onboarding;

namespace CodeSyncer.PowerShell;

/// <summary>The executable that came with the module, for this system.</summary>
internal static class ModuleExecutable
{
    /// <summary>Null: the module has none for this system.</summary>
    public static ExecutableSource? Find()
    {
        // The assembly stands in bin, or in a folder of bin for this system.
        var module = Path.GetDirectoryName(typeof(ModuleExecutable).Assembly.Location)!;
        while (Path.GetFileName(module) != "bin")
            module = Path.GetDirectoryName(module)!;
        module = Path.GetDirectoryName(module)!;
        return ExecutableSource.Find(Path.Combine(module, "runtimes", RuntimeInformation.RuntimeIdentifier));
    }
}
