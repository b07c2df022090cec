using System.Reflection;
using System.Runtime.CompilerServices;
using CodeSyncer.Core.Errors;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>A build of the executable that can be installed: one file that runs by itself.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Version">As <c>--version</c> gives it.</param>
/// <param name="Kind"><c>NativeAOT</c> or <c>ReadyToRun</c>.</param>
public sealed record ExecutableSource(string Path, string Version, string Kind)
{
    public const string NativeAot = "NativeAOT";
    public const string ReadyToRun = "ReadyToRun";

    /// <summary>The version of this build.</summary>
    public static string OwnVersion { get; } =
        typeof(ExecutableSource).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>What this process itself is; <c>managed</c> where it runs from its build folder.</summary>
    public static string OwnKind =>
        IsNativeAot ? NativeAot : File.Exists(System.IO.Path.Combine(AppContext.BaseDirectory, "codesyncer.dll")) ? "managed" : ReadyToRun;

    private static bool IsNativeAot => !RuntimeFeature.IsDynamicCodeSupported;

    /// <summary>
    /// The running process where it is such a build itself, else <c>native/codesyncer</c> in one of the folders (the
    /// build of the command line puts one there, and so does the module). Null where there is none.
    /// </summary>
    public static ExecutableSource? Find(params IReadOnlyList<string> folders)
    {
        if (IsNativeAot && Environment.ProcessPath is { } self)
            return new ExecutableSource(self, OwnVersion, NativeAot);
        foreach (var folder in folders)
        {
            var file = System.IO.Path.Combine(folder, "native", UserPlaces.ExecutableName);
            if (!File.Exists(file))
                continue;
            var kind = System.IO.Path.Combine(folder, "native", "kind.txt");
            return new ExecutableSource(file, OwnVersion, File.Exists(kind) ? File.ReadAllText(kind).Trim() : NativeAot);
        }

        // A single file that carries its runtime has no assembly of ours beside it.
        return Environment.ProcessPath is { } single
            && System.IO.Path.GetFileName(single) == UserPlaces.ExecutableName
            && !File.Exists(System.IO.Path.ChangeExtension(single, null) + ".dll")
                ? new ExecutableSource(single, OwnVersion, ReadyToRun)
                : null;
    }
}
