using System.ComponentModel;
using System.Diagnostics;
using CodeSyncer.Core.Errors;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>
/// The one executable of this user that the hooks of all repositories run, with the native libraries that its build
/// needs beside it. Each file is replaced atomically, also while hooks run it, and never by an older version.
/// </summary>
public sealed class UserExecutable(UserPlaces places)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Path { get; } = places.Executable;

    /// <summary>What it says of itself (<c>0.1.0 NativeAOT</c>); null where it is missing or does not run.</summary>
    public string? Version() => VersionOf(Path);

    /// <summary>What <see cref="Install"/> would come to.</summary>
    public InstallOutcome Compare(ExecutableSource source)
    {
        if (!File.Exists(Path))
            return InstallOutcome.New;
        if (SameBytes(Path, source.Path))
            return HasLibrariesOf(source) ? InstallOutcome.Same : InstallOutcome.Replaced;
        return Version() is { } installed && ProgramVersion.Parse(installed).IsNewerThan(ProgramVersion.Parse(source.Version)) ? InstallOutcome.NewerKept : InstallOutcome.Replaced;
    }

    /// <summary>Copies the build to its place and clears away what earlier installations left.</summary>
    public InstallOutcome Install(ExecutableSource source)
    {
        var outcome = Compare(source);
        if (outcome is InstallOutcome.Same or InstallOutcome.NewerKept)
            return outcome;
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        try
        {
            Directory.CreateDirectory(folder);
            ClearLeftovers(folder);
            // The libraries first: the new executable never stands there without them.
            var libraries = Libraries(source.Path).ToList();
            foreach (var library in libraries)
                Replace(library, In(folder, library));
            Replace(source.Path, Path);
            foreach (var other in Libraries(Path).ExceptBy(libraries.Select(System.IO.Path.GetFileName), System.IO.Path.GetFileName).ToList())
                TryDelete(other);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ErrorTexts.CannotWrite(Path, error);
        }

        return outcome;
    }

    private bool HasLibrariesOf(ExecutableSource source) => Libraries(source.Path)
        .Select(library => (Source: library, Target: In(System.IO.Path.GetDirectoryName(Path)!, library)))
        .All(library => File.Exists(library.Target) && SameBytes(library.Source, library.Target));

    /// <summary>The native libraries that stand beside an executable: <c>libe_sqlite3.so</c>, <c>.dylib</c>, <c>e_sqlite3.dll</c>.</summary>
    private static IEnumerable<string> Libraries(string executable) =>
        Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(executable)!, "*e_sqlite3.*")
            .Where(file => System.IO.Path.GetExtension(file) is ".so" or ".dylib" or ".dll");

    private static string In(string folder, string file) => System.IO.Path.Combine(folder, System.IO.Path.GetFileName(file));

    private static void Replace(string source, string target)
    {
        var temporary = $"{target}.{Environment.ProcessId}.tmp";
        File.Copy(source, temporary, overwrite: true);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(temporary, (UnixFileMode)0b111_101_101);
        // Windows does not let go of a running executable, but lets it be renamed.
        if (OperatingSystem.IsWindows() && File.Exists(target))
            File.Move(target, FreeOldName(target));
        File.Move(temporary, target, overwrite: true);
    }

    private static string? VersionOf(string executable)
    {
        if (!File.Exists(executable))
            return null;
        var start = new ProcessStartInfo(executable, "--version")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill();
                return null;
            }

            return process.ExitCode == 0 ? output.GetAwaiter().GetResult().Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static bool SameBytes(string left, string right)
    {
        using var first = File.OpenRead(left);
        using var second = File.OpenRead(right);
        if (first.Length != second.Length)
            return false;
        var buffers = (First: new byte[1 << 16], Second: new byte[1 << 16]);
        while (true)
        {
            var count = first.ReadAtLeast(buffers.First, buffers.First.Length, throwOnEndOfStream: false);
            second.ReadAtLeast(buffers.Second, buffers.Second.Length, throwOnEndOfStream: false);
            if (!buffers.First.AsSpan(0, count).SequenceEqual(buffers.Second.AsSpan(0, count)))
                return false;
            if (count < buffers.First.Length)
                return true;
        }
    }

    private static string FreeOldName(string path) =>
        Enumerable.Range(0, int.MaxValue).Select(number => $"{path}.old-{number}").First(name => !File.Exists(name));

    private static void ClearLeftovers(string folder)
    {
        var abandoned = DateTime.UtcNow - TimeSpan.FromHours(1);
        foreach (var leftover in Directory.EnumerateFiles(folder, "*.old-*")
                     .Concat(Directory.EnumerateFiles(folder, "*.tmp").Where(file => File.GetLastWriteTimeUtc(file) < abandoned)))
        {
            TryDelete(leftover);
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It still runs: the next installation clears it away.
        }
    }
}
