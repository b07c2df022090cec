using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace CodeSyncer.Loader;

/// <summary>
/// The private load context of the module, one a process: its libraries neither meet nor disturb those of PowerShell
/// and of other modules. What does not lie beside our assemblies comes from PowerShell itself.
/// </summary>
public sealed class ModuleContext : AssemblyLoadContext
{
    private static readonly Lock Gate = new();
    private static ModuleContext? _only;
    private readonly string _folder;

    private ModuleContext(string folder)
        : base("CodeSyncer.Tools") => _folder = folder;

    /// <summary>The module's assembly; the first import in a process decides which.</summary>
    /// <param name="path">Absolute path of the assembly with the cmdlets.</param>
    public static Assembly LoadModule(string path)
    {
        lock (Gate)
        {
            _only ??= new ModuleContext(Path.GetDirectoryName(path)!);
            return _only.LoadFromAssemblyPath(Path.Combine(_only._folder, Path.GetFileName(path)));
        }
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var folder = Path.Combine(Path.GetDirectoryName(_folder)!, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        return new[] { unmanagedDllName, $"lib{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib", $"{unmanagedDllName}.dll" }
            .Select(name => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists) is { } file
                ? LoadUnmanagedDllFromPath(file)
                : nint.Zero;
    }
}
