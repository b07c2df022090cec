namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Module manifests of PowerShell; other data files of that ending (messages, settings) are passed over.</summary>
internal sealed class PowerShellModuleReader : IManifestReader
{
    private static readonly string[] Scripts = ["build.ps1", "test.ps1", "install.ps1"];

    public bool Reads(string name) => name.EndsWith(".psd1", StringComparison.OrdinalIgnoreCase);

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var file = tree.File(path)!;
        var data = PowerShellData.Parse(file.Text);
        if (!data.ContainsKey("ModuleVersion"))
            return;
        var project = new ProjectDraft(Ecosystem.PowerShell, path, file.Name[..file.Name.LastIndexOf('.')])
        {
            Note = file.Note,
            Description = data.GetValueOrDefault("Description")?.FirstOrDefault(),
        };
        project.Languages.Add("PowerShell");
        if (VersionText.MajorMinor(data.GetValueOrDefault("PowerShellVersion")?.FirstOrDefault()) is { } version)
            project.Runtimes.Add($"PowerShell {version}");
        var root = (data.GetValueOrDefault("RootModule") ?? data.GetValueOrDefault("ModuleToProcess"))?.FirstOrDefault();
        if (!string.IsNullOrWhiteSpace(root))
            project.Start(root, null);
        foreach (var required in data.GetValueOrDefault("RequiredModules", []))
        {
            project.Packages.Add(required, null);
            project.ReferToName(required);
        }

        foreach (var script in Scripts.Where(script => tree.Has(project.Folder, script)))
            project.Defines(script[0] == 'b' ? CommandPurpose.Build : script[0] == 't' ? CommandPurpose.Test : CommandPurpose.Install, $"./{script}");
        stack.Projects.Add(project);
    }
}
