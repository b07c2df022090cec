using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Tests.Projects.Readers;

public sealed class PackageJsonReaderTests
{
    [Fact]
    public void A_pnpm_workspace_and_its_packages()
    {
        var stack = Manifests.Scan(
            ("package.json", """
                { "name": "shop", "private": true, "packageManager": "pnpm@9.15.0", "engines": { "node": ">=20.11.0" },
                  "scripts": { "build": "turbo build", "test": "turbo test", "test:e2e": "playwright test", "postinstall": "x" },
                  "devDependencies": { "turbo": "^2.3.0", "react": "^19.0.0" } }
                """),
            ("pnpm-workspace.yaml", "packages:\n  - apps/*\ncatalog:\n  react: ^19.1.0\n"),
            ("turbo.json", "{}"),
            ("apps/web/package.json", """
                { "name": "@shop/web", "private": true, "scripts": { "dev": "next dev", "build": "next build" },
                  "dependencies": { "next": "15.2.4", "react": "catalog:", "@shop/ui": "workspace:*" } }
                """),
            ("packages/ui/package.json", """
                { "name": "@shop/ui", "description": "Buttons", "exports": "./src/index.ts", "types": "src/index.ts",
                  "peerDependencies": { "react": ">=18" }, "devDependencies": { "vue": "^3.0.0", "vitest": "^3.0.0" } }
                """));

        var root = Assert.Single(stack.BuildRoots);
        Assert.Equal("pnpm workspace", root.Title);
        Assert.Equal(["pnpm install"], root.CommandsFor(CommandPurpose.Install));
        Assert.Equal(["pnpm run build"], root.CommandsFor(CommandPurpose.Build));
        Assert.Equal(["pnpm test", "pnpm run test:e2e"], root.CommandsFor(CommandPurpose.Test));
        Assert.Equal(["Node.js >=20.11"], root.Runtimes);
        Assert.Equal(["Turborepo", "pnpm"], stack.Tools);

        var web = stack.Named("@shop/web");
        Assert.Equal(ProjectKind.WebApplication, web.Kind);
        Assert.Equal(["Next.js 15", "React 19"], web.PackageNames());
        Assert.Equal(["@shop/ui"], web.Uses());
        Assert.Equal(["pnpm run dev"], web.CommandsFor(CommandPurpose.Run));

        var ui = stack.Named("@shop/ui");
        Assert.Equal(ProjectKind.Library, ui.Kind);
        Assert.Equal(["TypeScript"], ui.Languages);
        Assert.Equal(["React 18", "Vitest"], ui.PackageNames());
        Assert.Equal([new EntryPoint("./src/index.ts", null)], ui.EntryPoints);
        Assert.Equal(2, stack.Projects.Count);
    }

    [Theory]
    [InlineData("yarn.lock", "yarn install")]
    [InlineData("bun.lock", "bun install")]
    [InlineData("package-lock.json", "npm install")]
    [InlineData("README.md", "npm install")]
    public void The_lock_file_above_tells_the_package_manager(string mark, string install) =>
        Assert.Equal([install], Manifests.Only(("web/package.json", """{ "name": "web" }"""), (mark, null)).CommandsFor(CommandPurpose.Install));

    [Theory]
    [InlineData("""{ "name": "t", "bin": { "tool": "cli.js" }, "dependencies": { "react": "19" } }""", ProjectKind.CommandLineTool)]
    [InlineData("""{ "name": "t", "bin": "cli.js" }""", ProjectKind.CommandLineTool)]
    [InlineData("""{ "name": "t", "private": true, "scripts": { "start": "node ." }, "dependencies": { "express": "^5.0.0" } }""", ProjectKind.WebApplication)]
    [InlineData("""{ "name": "t", "main": "./dist/x.js", "engines": { "vscode": "^1.90.0" } }""", ProjectKind.Application)]
    [InlineData("""{ "name": "t", "private": true, "devDependencies": { "@playwright/test": "1" } }""", ProjectKind.Test)]
    [InlineData("""{ "name": "t", "main": "index.js", "dependencies": { "vue": "3" } }""", ProjectKind.Library)]
    public void The_kind_follows_from_what_the_package_offers(string text, ProjectKind kind) => Assert.Equal(kind, Manifests.Only(("package.json", text)).Kind);

    [Fact]
    public void Files_that_a_build_makes_are_no_entry_points() =>
        Assert.Empty(Manifests.Only(("package.json", """{ "name": "a", "main": "./dist/index.js" }""")).EntryPoints);

    [Fact]
    public void The_script_that_npm_init_leaves_tests_nothing() => Assert.Empty(
        Manifests.Only(("package.json", """{ "name": "a", "scripts": { "test": "echo \"Error: no test specified\" && exit 1" } }""")).CommandsFor(CommandPurpose.Test));

    [Fact]
    public void A_package_json_that_only_sets_a_module_type_is_no_project() => Assert.Empty(Manifests.Scan(("esm/package.json", """{ "type": "module" }""")).Projects);

    [Fact]
    public void A_link_to_a_folder_is_a_reference_and_one_out_of_the_repository_is_none()
    {
        var stack = Manifests.Scan(
            ("a/package.json", """{ "name": "a", "dependencies": { "x": "file:../b", "y": "link:../../../etc" } }"""),
            ("b/package.json", """{ "name": "b" }"""));

        Assert.Equal(["b"], stack.Named("a").Uses());
    }

    [Theory]
    [InlineData("""{ "name": "a", "scripts": { "build": "x" """)]
    [InlineData("""{ "name": "a", "scripts": { "build": "x" }, <<<<<<< HEAD""")]
    public void A_broken_package_is_listed_with_what_stands_before_the_break(string text)
    {
        var project = Manifests.Only(("package.json", text));

        Assert.Equal("a", project.Name);
        Assert.Equal(["npm run build"], project.CommandsFor(CommandPurpose.Build));
        Assert.NotNull(project.Note);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{ \"name\": 1, \"scripts\": [], \"dependencies\": \"x\", \"bin\": null, \"workspaces\": 3 }")]
    [InlineData("{ \"name\": \"\\ud800\" }")]
    public void Values_of_a_wrong_type_are_survived(string text) => Assert.NotNull(Manifests.Scan(("package.json", text)));
}
