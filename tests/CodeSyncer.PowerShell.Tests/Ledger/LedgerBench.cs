using System.Management.Automation;
using CodeSyncer.Testing;

namespace CodeSyncer.PowerShell.Tests.Ledger;

/// <summary>A repository of Kim Lee's, without a ledger yet, and the cmdlets at work in it.</summary>
[Collection(ModuleCollection.Name)]
public abstract class LedgerBench : IDisposable
{
    private readonly StagedModule _module;

    protected LedgerBench(StagedModule module)
    {
        _module = module;
        Repository = NewRepository("repo");
    }

    protected GitSandbox Sandbox { get; } = new();

    protected SandboxRepository Repository { get; }

    public void Dispose()
    {
        Sandbox.Dispose();
        GC.SuppressFinalize(this);
    }

    protected SandboxRepository NewRepository(string name)
    {
        var repository = Sandbox.Init(name);
        repository.Git("config", "user.name", "Kim Lee");
        return repository;
    }

    protected ModuleAnswer Run(string script, params object[] arguments) => Try(script, arguments).Succeeded();

    protected ModuleAnswer Try(string script, params object[] arguments) => _module.InvokeAt(Repository, script, arguments);

    /// <summary>The one error of a script, its id without the cmdlet's name.</summary>
    protected (string Id, ErrorRecord Record) Fail(string script, params object[] arguments)
    {
        var error = Assert.Single(Try(script, arguments).Errors);
        return (error.FullyQualifiedErrorId.Split(',')[0], error);
    }

    /// <summary>Creates beads of these titles; their ids.</summary>
    protected string[] Beads(params string[] titles) => [.. Run("$args | New-Bead", titles).Each("Id").Cast<string>()];

    protected IEnumerable<string> Titles(string script, params object[] arguments) => Run(script, arguments).Each("Title").Cast<string>().Order(StringComparer.Ordinal);

    /// <summary>How many changes the ledger has seen.</summary>
    protected int Changes() => int.Parse(Repository.Git("--git-dir", ".git/codesyncer/ledger.git", "rev-list", "--count", "main"), System.Globalization.CultureInfo.InvariantCulture);
}
