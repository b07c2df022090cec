using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using CodeSyncer.Testing;

namespace CodeSyncer.PowerShell.Tests;

/// <summary>The staged module in a PowerShell engine of this process, for one user with an empty home.</summary>
public sealed class StagedModule : IDisposable
{
    private readonly GitSandbox _user = new();

    public StagedModule()
    {
        Environment.SetEnvironmentVariable("HOME", _user.Home);
        Environment.SetEnvironmentVariable("XDG_DATA_HOME", Path.Combine(_user.Home, "data"));
        Runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        Runspace.Open();
        Invoke("Import-Module -Name $args[0]", Manifest).Succeeded();
    }

    public static string Folder { get; } = typeof(StagedModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "StagedModule").Value!;

    public static string Manifest => Path.Combine(Folder, "CodeSyncer.Tools.psd1");

    public Runspace Runspace { get; }

    /// <summary>Runs a script to its end.</summary>
    public ModuleAnswer Invoke(string script, params object[] arguments)
    {
        using var shell = System.Management.Automation.PowerShell.Create(Runspace);
        shell.AddScript(script);
        foreach (var argument in arguments)
            shell.AddArgument(argument);
        var output = new List<PSObject>();
        Exception? thrown = null;
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException error)
        {
            thrown = error;
        }

        var errors = shell.Streams.Error.ToList();
        if (thrown is RuntimeException { ErrorRecord: { } record })
            errors.Add(record);
        return new ModuleAnswer(output, errors, [.. shell.Streams.Warning.Select(warning => warning.Message)]);
    }

    /// <summary>The same, at a repository's root.</summary>
    public ModuleAnswer InvokeAt(SandboxRepository repository, string script, params object[] arguments) =>
        Invoke($"$ExecutionContext.SessionState.Path.SetLocation('{repository.Path}') > $null; {script}", arguments);

    public void Dispose()
    {
        Runspace.Dispose();
        _user.Dispose();
    }
}
