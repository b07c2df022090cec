namespace CodeSyncer.Core.Projects.Readers;

/// <summary>
/// Python projects. The manifest is the first that the folder has: pyproject.toml (https://packaging.python.org/specifications/pyproject-toml,
/// and Poetry's own tables), setup.cfg, setup.py (of which nothing is read: it is a program), Pipfile, requirements.txt.
/// </summary>
internal sealed class PythonReader : IManifestReader
{
    private static readonly string[] Manifests = ["pyproject.toml", "setup.cfg", "setup.py", "Pipfile", "requirements.txt"];

    private static readonly string[] Sites = ["aiohttp", "Django", "FastAPI", "Flask", "Litestar", "Starlette", "Tornado"];

    public bool Reads(string name) => Manifests.Contains(name);

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var folder = RepositoryPath.FolderOf(path);
        var own = Manifests.Where(name => tree.Has(folder, name)).ToList();
        if (own[0] != RepositoryPath.NameOf(path))
            return;
        var facts = new PythonFacts(folder, tree);
        foreach (var name in own)
            facts.Take(name);
        // A pyproject.toml that only configures tools makes no project, unless something beside it is installed.
        if (facts.IsProject)
            stack.Projects.Add(Project(facts, path, tree, stack));
        if (facts.Workspace is { } title)
            stack.BuildRoots.Add(Workspace(facts, path, title));
    }

    private static BuildRootDraft Workspace(PythonFacts facts, string path, string title)
    {
        var workspace = new BuildRootDraft(Ecosystem.Python, title, path) { Note = facts.Note };
        workspace.Offers(CommandPurpose.Install, "uv sync --all-packages");
        workspace.Languages.Add("Python");
        if (facts.IsProject)
            return workspace;
        foreach (var (name, version) in facts.Dependencies)
            workspace.Packages.Add(name, version);
        return workspace;
    }

    private static ProjectDraft Project(PythonFacts facts, string path, ManifestTree tree, StackDraft stack)
    {
        var project = new ProjectDraft(Ecosystem.Python, path, facts.Name ?? "")
        {
            Alias = facts.Name is null ? null : PythonRequirement.Normalize(facts.Name),
            Note = facts.Note,
            Description = facts.Description,
        };
        project.Languages.Add("Python");
        if (VersionText.MajorMinor(facts.PythonVersion) is { } version)
            project.Runtimes.Add($"Python {version}");
        foreach (var (name, range) in facts.Dependencies)
        {
            project.Packages.Add(name, range);
            project.ReferToName(name);
        }

        foreach (var reference in facts.Paths)
            project.ReferTo(reference);
        AddEntryPoints(facts, project, tree);
        AddCommands(facts, project, tree, stack);
        return project;
    }

    private static void AddEntryPoints(PythonFacts facts, ProjectDraft project, ManifestTree tree)
    {
        foreach (var command in facts.Commands)
            project.Start(command, null);
        if (facts.Commands.Count > 0)
            project.Kind = ProjectKind.CommandLineTool;
        var manage = RepositoryPath.Join(project.Folder, "manage.py");
        if (tree.Has(manage))
        {
            project.Start(null, manage);
            project.Offers(CommandPurpose.Run, "python manage.py runserver");
            project.Kind = ProjectKind.WebApplication;
            return;
        }

        foreach (var main in tree.Named("__main__.py").Where(each => IsMain(each, project.Folder)).Take(5))
        {
            project.Start(null, main);
            if (project.Kind == ProjectKind.Library)
                project.Kind = ProjectKind.Application;
        }

        var isServed = Sites.Any(project.Packages.Has) && tree.Has(project.Folder, "Dockerfile");
        if (isServed && project.Kind is ProjectKind.Library or ProjectKind.Application)
            project.Kind = ProjectKind.WebApplication;
        if (facts.Name is null && project.Kind == ProjectKind.Library)
            project.Kind = ProjectKind.Application;
    }

    /// <summary>At the folder's own level, in its package or in the package below <c>src</c>.</summary>
    private static bool IsMain(string path, string folder)
    {
        if (!RepositoryPath.IsIn(path, folder))
            return false;
        var inside = folder.Length == 0 ? path : path[(folder.Length + 1)..];
        var parts = inside.Split('/');
        return parts.Length <= 2 || (parts.Length == 3 && parts[0] == "src");
    }

    private static void AddCommands(PythonFacts facts, ProjectDraft project, ManifestTree tree, StackDraft stack)
    {
        var manager = facts.Manager;
        if (tree.Nearest(project.Folder, "uv.lock") is not null)
            manager = "uv";
        stack.Tools.Add(manager);
        var run = manager switch { "uv" => "uv run ", "Poetry" => "poetry run ", "PDM" => "pdm run ", "Pipenv" => "pipenv run ", _ => "" };
        var install = manager switch
        {
            "uv" => "uv sync",
            "Poetry" => "poetry install",
            "PDM" => "pdm install",
            "Pipenv" => "pipenv install --dev",
            _ when facts.IsPackage => "pip install -e .",
            _ => "pip install -r requirements.txt",
        };
        project.Offers(CommandPurpose.Install, install);
        if (facts.IsPackage)
            project.Offers(CommandPurpose.Build, manager switch { "uv" => "uv build", "Poetry" => "poetry build", _ => "python -m build" });
        if (facts.HasPytest || project.Packages.Has("pytest"))
            project.Offers(CommandPurpose.Test, run + "pytest");
        if (tree.Has(project.Folder, "tox.ini") || project.Packages.Has("tox"))
            project.Offers(CommandPurpose.Test, "tox");
        if (tree.Has(project.Folder, "noxfile.py") || project.Packages.Has("nox"))
            project.Offers(CommandPurpose.Test, "nox");
    }
}
