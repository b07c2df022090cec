using CodeSyncer.Core.Projects.Formats;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>What the manifests of one folder of Python say together; what an earlier one said stands.</summary>
internal sealed class PythonFacts(string folder, ManifestTree tree)
{
    public string? Name { get; private set; }

    public string? Description { get; private set; }

    public string? PythonVersion { get; private set; }

    public string? Note { get; private set; }

    public string Manager { get; private set; } = "pip";

    /// <summary>What kind of workspace it is the root of, or null.</summary>
    public string? Workspace { get; private set; }

    public bool IsProject { get; private set; }

    /// <summary>Whether it can be built and installed, and not only be run where it stands.</summary>
    public bool IsPackage { get; private set; }

    public bool HasPytest { get; private set; }

    public List<(string Name, string? Version)> Dependencies { get; } = [];

    /// <summary>Folders of this repository that it depends on.</summary>
    public List<string?> Paths { get; } = [];

    public List<string> Commands { get; } = [];

    public void Take(string name)
    {
        if (name == "setup.py")
        {
            IsProject = IsPackage = true;
            return;
        }

        var file = tree.File(RepositoryPath.Join(folder, name))!;
        switch (name)
        {
            case "pyproject.toml":
                TakePyproject(file.Toml());
                IsProject |= file.Note is not null;
                break;
            case "setup.cfg":
                TakeSetupCfg(file);
                break;
            case "Pipfile":
                IsProject = true;
                Manager = "Pipenv";
                TakeTable(file.Toml()["packages"]);
                TakeTable(file.Toml()["dev-packages"]);
                break;
            default:
                IsProject = true;
                foreach (var line in file.Text.Split('\n').Take(1_000))
                    TakeRequirement(line);
                break;
        }

        Note ??= file.Note;
    }

    private void TakePyproject(ManifestValue root)
    {
        var project = root["project"];
        var tool = root["tool"];
        IsProject = project.Exists || tool["poetry"]["name"].Exists || tool["poetry"]["dependencies"].Exists;
        IsPackage = root["build-system"].Exists && IsProject && tool["uv"]["package"].Text != "false" && tool["poetry"]["package-mode"].Text != "false";
        Name = project["name"].Text ?? tool["poetry"]["name"].Text;
        Description = project["description"].Text ?? tool["poetry"]["description"].Text;
        PythonVersion = project["requires-python"].Text;
        HasPytest = tool["pytest"].Exists;
        Manager = tool["uv"].Exists ? "uv" : tool["poetry"].Exists ? "Poetry" : tool["pdm"].Exists ? "PDM" : "pip";
        Workspace = tool["uv"]["workspace"].Exists ? "uv workspace" : null;
        Commands.AddRange(project["scripts"].Members.Keys.Concat(project["gui-scripts"].Members.Keys).Concat(tool["poetry"]["scripts"].Members.Keys));
        foreach (var text in project["dependencies"].Texts
            .Concat(project["optional-dependencies"].Members.Values.SelectMany(group => group.Texts))
            .Concat(root["dependency-groups"].Members.Values.SelectMany(group => group.Texts))
            .Concat(tool["uv"]["dev-dependencies"].Texts))
            TakeRequirement(text);
        TakePoetry(tool["poetry"]);
        foreach (var source in tool["uv"]["sources"].Members.Values)
            TakePath(source);
    }

    private void TakePoetry(ManifestValue poetry)
    {
        PythonVersion ??= poetry["dependencies"]["python"].Text;
        TakeTable(poetry["dependencies"]);
        TakeTable(poetry["dev-dependencies"]);
        foreach (var group in poetry["group"].Members.Values)
            TakeTable(group["dependencies"]);
    }

    private void TakeTable(ManifestValue dependencies)
    {
        foreach (var (name, value) in dependencies.Members)
        {
            Dependencies.Add((PythonRequirement.Normalize(name), value.Text ?? value["version"].Text));
            TakePath(value);
        }
    }

    private void TakePath(ManifestValue source)
    {
        if (source["path"].Text is { } path)
            Paths.Add(RepositoryPath.Resolve(folder, path));
    }

    private void TakeRequirement(string text)
    {
        if (PythonRequirement.Parse(text) is { } requirement)
            Dependencies.Add(requirement);
    }

    private void TakeSetupCfg(ManifestFile file)
    {
        var ini = IniText.Parse(file.Text);
        var name = ini.GetValueOrDefault("metadata.name")?.FirstOrDefault();
        HasPytest |= ini.Keys.Any(key => key.StartsWith("tool:pytest.", StringComparison.Ordinal));
        if (name is null && !ini.ContainsKey("options.packages"))
            return;
        IsProject = IsPackage = true;
        Name ??= name;
        Description ??= ini.GetValueOrDefault("metadata.description")?.FirstOrDefault();
        PythonVersion ??= ini.GetValueOrDefault("options.python_requires")?.FirstOrDefault();
        foreach (var line in ini.GetValueOrDefault("options.install_requires", []))
            TakeRequirement(line);
        foreach (var line in ini.GetValueOrDefault("options.entry_points.console_scripts", []))
            Commands.Add(line.Split('=')[0].Trim());
    }
}
