using System.Reflection;

namespace CodeSyncer.PowerShell.Tests;

[Collection(ModuleCollection.Name)]
public sealed class ImportTests(StagedModule module)
{
    [Fact]
    public void The_module_imports_again_and_again_with_all_its_cmdlets()
    {
        for (var i = 0; i < 3; i++)
        {
            module.Invoke("Import-Module -Name $args[0] -Force", StagedModule.Manifest).Succeeded();
            Assert.Equal(Exported(), module.Invoke("Get-Command -CommandType Cmdlet -Module CodeSyncer.Tools").Each("Name").Cast<string>().Order());
        }
    }

    [Fact]
    public void A_cmdlet_still_runs_after_the_second_import()
    {
        module.Invoke("Import-Module -Name $args[0] -Force", StagedModule.Manifest).Succeeded();
        using var sandbox = new Testing.GitSandbox();
        var repository = sandbox.Init();
        repository.Write("a.cs", "// @codesyncer-decision [2026-01-15] One ledger for all\n");
        Assert.Equal(["One ledger for all"], module.InvokeAt(repository, "Get-Decision").Succeeded().Each("Text"));
    }

    [Fact]
    public void Every_cmdlet_of_the_assembly_is_exported_and_no_other() =>
        Assert.Equal(Exported(), module.Invoke("(Get-Module CodeSyncer.Tools).ExportedCmdlets.Keys").Lines.Order());

    [Fact]
    public void The_manifest_and_the_assemblies_have_one_version()
    {
        var version = AssemblyName.GetAssemblyName(Path.Combine(StagedModule.Folder, "bin", "CodeSyncer.PowerShell.dll")).Version!;
        Assert.Equal(version.ToString(3), module.Invoke("(Get-Module CodeSyncer.Tools).Version").Lines.Single());
    }

    [Fact]
    public void Its_libraries_are_in_a_load_context_of_their_own()
    {
        var ours = AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "CodeSyncer.PowerShell");
        Assert.Equal("CodeSyncer.Tools", System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(ours)!.Name);
    }

    private static IEnumerable<string> Exported() =>
        File.ReadAllLines(StagedModule.Manifest).SkipWhile(line => !line.Contains("CmdletsToExport", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.Trim() != ")").Select(line => line.Trim(' ', '\'')).Order();
}
