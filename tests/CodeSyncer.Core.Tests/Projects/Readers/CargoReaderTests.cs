using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Tests.Projects.Readers;

public sealed class CargoReaderTests
{
    [Fact]
    public void A_workspace_whose_packages_inherit_from_it()
    {
        var stack = Manifests.Scan(
            ("Cargo.toml", """
                [workspace]
                members = ["crates/*"]
                [workspace.package]
                rust-version = "1.85.1"
                [workspace.dependencies]
                core = { path = "crates/core" }
                serde = { version = "1.0.200", features = ["derive"] }
                """),
            ("crates/cli/Cargo.toml", """
                [package]
                name = "shop-cli"
                rust-version.workspace = true
                [dependencies]
                core.workspace = true
                clap = "4.5"
                [target.'cfg(unix)'.dependencies]
                tokio = { version = "1.40" }
                [package.metadata.docs.rs]
                all-features = true
                """),
            ("crates/cli/src/main.rs", null),
            ("crates/core/Cargo.toml", "[package]\nname = \"shop-core\"\n[dependencies]\nserde = { workspace = true }\n"),
            ("crates/core/src/lib.rs", null));

        Assert.Equal(["cargo test --workspace"], Assert.Single(stack.BuildRoots).CommandsFor(CommandPurpose.Test));
        var cli = stack.Named("shop-cli");
        Assert.Equal(ProjectKind.CommandLineTool, cli.Kind);
        Assert.Equal(["Rust 1.85"], cli.Runtimes);
        Assert.Equal(["clap 4", "Tokio 1"], cli.PackageNames());
        Assert.Equal([new EntryPoint(null, "crates/cli/src/main.rs")], cli.EntryPoints);
        Assert.Equal(["shop-core"], cli.Uses());
        var core = stack.Named("shop-core");
        Assert.Equal(ProjectKind.Library, core.Kind);
        Assert.Equal(["Serde 1"], core.PackageNames());
    }

    [Fact]
    public void A_package_at_the_root_of_its_workspace_is_both()
    {
        var stack = Manifests.Scan(("Cargo.toml", "[package]\nname = 'a'\n[[bin]]\nname = 'aa'\npath = 'crates/core/main.rs'\n[workspace]\nmembers = ['b']\n"),
            ("crates/core/main.rs", null));

        Assert.Single(stack.BuildRoots);
        Assert.Equal([new EntryPoint("aa", "crates/core/main.rs")], stack.Named("a").EntryPoints);
    }

    [Fact]
    public void A_broken_manifest_is_listed() => Assert.NotNull(Manifests.Only(("crates/x/Cargo.toml", "[package\nname = ")).Note);
}
