using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Tests.Projects.Readers;

public sealed class PythonReaderTests
{
    [Fact]
    public void A_project_of_the_standard_tables_with_uv()
    {
        var stack = Manifests.Scan(
            ("pyproject.toml", """
                [project]
                name = "Shop_API"
                description = "Prices"
                requires-python = ">= 3.12.1"
                dependencies = ["fastapi[standard]>=1.2.3", "psycopg2-binary ; sys_platform == 'linux'", "shop.core"]

                [project.scripts]
                shop = "shop.cli:main"

                [dependency-groups]
                dev = ["pytest>=8", { include-group = "lint" }]

                [build-system]
                requires = ["hatchling"]

                [tool.uv.sources]
                shop-core = { path = "core" }
                """),
            ("uv.lock", null),
            ("core/pyproject.toml", "[project]\nname = \"shop-core\"\n"));

        var api = stack.Named("Shop_API");
        Assert.Equal(ProjectKind.CommandLineTool, api.Kind);
        Assert.Equal(["Python >=3.12"], api.Runtimes);
        Assert.Equal(["FastAPI 1", "PostgreSQL", "pytest"], api.PackageNames());
        Assert.Equal([new EntryPoint("shop", null)], api.EntryPoints);
        Assert.Equal(["uv sync"], api.CommandsFor(CommandPurpose.Install));
        Assert.Equal(["uv build"], api.CommandsFor(CommandPurpose.Build));
        Assert.Equal(["uv run pytest"], api.CommandsFor(CommandPurpose.Test));
        Assert.Equal(["shop-core"], api.Uses());
    }

    [Fact]
    public void A_project_of_poetry()
    {
        var project = Manifests.Only(("pyproject.toml", """
            [tool.poetry]
            name = "bot"
            [tool.poetry.dependencies]
            python = "^3.11"
            Django = "5.1.2"
            celery = { version = "^5.4", extras = ["redis"] }
            [tool.poetry.group.dev.dependencies]
            pytest = "*"
            [tool.poetry.scripts]
            bot = "bot:main"
            """), ("manage.py", null));

        Assert.Equal(ProjectKind.WebApplication, project.Kind);
        Assert.Equal(["Python ^3.11"], project.Runtimes);
        Assert.Equal(["Celery", "Django 5", "pytest"], project.PackageNames());
        Assert.Equal(["poetry run pytest"], project.CommandsFor(CommandPurpose.Test));
        Assert.Contains(new EntryPoint(null, "manage.py"), project.EntryPoints);
    }

    [Fact]
    public void Older_projects_tell_through_setup_cfg_and_requirements()
    {
        var project = Manifests.Only(
            ("setup.py", null),
            ("setup.cfg", """
                [metadata]
                name = legacy
                [options]
                python_requires = >=3.8
                install_requires =
                    flask>=2
                    # comment
                [options.entry_points]
                console_scripts =
                    legacy = legacy.main:run
                [tool:pytest]
                addopts = -q
                """),
            ("requirements.txt", "redis==5.0.1\n-r other.txt\n# none\n"));

        Assert.Equal("legacy", project.Name);
        Assert.Equal(["Flask 2", "Redis"], project.PackageNames());
        Assert.Equal([new EntryPoint("legacy", null)], project.EntryPoints);
        Assert.Equal(["pytest"], project.CommandsFor(CommandPurpose.Test));
    }

    [Fact]
    public void A_pyproject_that_only_configures_tools_is_no_project() => Assert.Empty(Manifests.Scan(("pyproject.toml", "[tool.black]\nline-length = 100\n")).Projects);

    [Fact]
    public void A_module_that_can_be_run_is_an_entry_point()
    {
        var project = Manifests.Only(("pyproject.toml", "[project]\nname = 'a'"), ("src/a/__main__.py", null), ("src/a/deep/er/__main__.py", null));

        Assert.Equal([new EntryPoint(null, "src/a/__main__.py")], project.EntryPoints);
    }

    [Fact]
    public void A_uv_workspace_is_installed_as_a_whole() => Assert.Equal(["uv sync --all-packages"], Assert.Single(
        Manifests.Scan(("pyproject.toml", "[tool.uv.workspace]\nmembers = ['packages/*']\n")).BuildRoots).CommandsFor(CommandPurpose.Install));

    [Fact]
    public void A_broken_pyproject_is_listed_with_what_stands_before_the_break()
    {
        var project = Manifests.Only(("pyproject.toml", "[project]\nname = \"a\"\ndependencies = [\"flask\",\n<<<<<<< HEAD\n"));

        Assert.Equal("a", project.Name);
        Assert.NotNull(project.Note);
    }
}
