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
    private readonly string _module;
    private readonly string _folder;

    private ModuleContext(string module)
        : base("CodeSyncer.Tools")
    {
        // Compiled ahead for this system where the package has that: such code is of no use to any other system.
        var here = Path.Combine(module, "bin", RuntimeInformation.RuntimeIdentifier);
        _module = module;
        _folder = Directory.Exists(here) ? here : Path.Combine(module, "bin");
    }

    /// <summary>The assembly with the cmdlets; the first import in a process decides which.</summary>
    /// <param name="module">Absolute path of the module's folder.</param>
    public static Assembly LoadModule(string module)
    {
        lock (Gate)
        {
            _only ??= new ModuleContext(module);
            return _only.LoadFromAssemblyPath(Path.Combine(_only._folder, "CodeSyncer.PowerShell.dll"));
        }
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var folder = Native(RuntimeInformation.RuntimeIdentifier);
        if (!Directory.Exists(folder))
            folder = Native(PortableIdentifier);
        return new[] { unmanagedDllName, $"lib{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib", $"{unmanagedDllName}.dll" }
            .Select(name => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists) is { } file
                ? LoadUnmanagedDllFromPath(file)
                : nint.Zero;
    }

    /// <summary>What the package calls this system, where .NET itself names the distribution it was built for.</summary>
    private static string PortableIdentifier
    {
        get
        {
            var named = RuntimeInformation.RuntimeIdentifier;
            var isMusl = named.Contains("musl", StringComparison.Ordinal) || named.StartsWith("alpine", StringComparison.Ordinal);
            var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : isMusl ? "linux-musl" : "linux";
            return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    private string Native(string system) => Path.Combine(_module, "runtimes", system, "native");
}
