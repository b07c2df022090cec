using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Tests.Projects.Readers;

public sealed class GoReaderTests
{
    [Fact]
    public void A_module_with_commands()
    {
        var project = Manifests.Only(
            ("go.mod", """
                module example.org/shop // the shop

                go 1.23.4

                require (
                	github.com/spf13/cobra v1.8.1
                	github.com/jackc/pgx/v5 v5.7.1 // indirect
                )
                require google.golang.org/grpc v1.68.0
                """),
            ("cmd/shop/main.go", null), ("cmd/shopd/main.go", null), ("cmd/shop/run.go", null));

        Assert.Equal("example.org/shop", project.Name);
        Assert.Equal(["Go 1.23"], project.Runtimes);
        Assert.Equal(["Cobra 1", "gRPC 1"], project.PackageNames());
        Assert.Equal(["cmd/shop/main.go", "cmd/shopd/main.go"], project.EntryPoints.Select(entry => entry.Path));
        Assert.Equal(ProjectKind.CommandLineTool, project.Kind);
        Assert.Equal(["go test ./..."], project.CommandsFor(CommandPurpose.Test));
    }

    [Fact]
    public void A_workspace_of_modules_that_require_and_replace_each_other()
    {
        var stack = Manifests.Scan(
            ("go.work", "go 1.23\n\nuse (\n\t./api\n\t./lib\n\t../outside\n)\n"),
            ("api/go.mod", "module x.org/api\nrequire x.org/lib v0.0.0\n"),
            ("api/main.go", null),
            ("lib/go.mod", "module x.org/lib\n"),
            ("tool/go.mod", "module x.org/tool\nreplace x.org/other => ../lib\nreplace x.org/far => ../../far\n"));

        Assert.Equal(["go test ./api/... ./lib/..."], Assert.Single(stack.BuildRoots).CommandsFor(CommandPurpose.Test));
        Assert.Equal(["x.org/lib"], stack.Named("x.org/api").Uses());
        Assert.Equal(["x.org/lib"], stack.Named("x.org/tool").Uses());
        Assert.Equal(["x.org/api", "x.org/tool"], stack.Named("x.org/lib").ReferencedBy.Select(key => key.Name));
        Assert.Empty(stack.Named("x.org/lib").EntryPoints);
    }

    [Fact]
    public void A_go_mod_without_a_module_line_is_broken() => Assert.NotNull(Manifests.Only(("go.mod", "<<<<<<< HEAD\n")).Note);
}
