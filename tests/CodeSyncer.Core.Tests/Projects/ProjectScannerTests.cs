using System.Text;
using CodeSyncer.Core.Projects;
using CsCheck;

namespace CodeSyncer.Core.Tests.Projects;

public sealed class ProjectScannerTests
{
    [Theory]
    [InlineData("src/A/A.csproj", true)]
    [InlineData("a.fsproj", true)]
    [InlineData("App.slnx", true)]
    [InlineData("web/package.json", true)]
    [InlineData("package.json.bak", false)]
    [InlineData("mypackage.json", false)]
    [InlineData("package.json/readme.md", false)]
    [InlineData("go.mod", true)]
    [InlineData("cmd/x/main.go", true)]
    [InlineData("domain.go", false)]
    [InlineData("Dockerfile", true)]
    [InlineData("docker/Dockerfile.dev", true)]
    [InlineData("api.Dockerfile", true)]
    [InlineData("docker-compose.override.yml", true)]
    [InlineData("compose.yaml", true)]
    [InlineData("compose.txt", false)]
    [InlineData("decompose.yaml", false)]
    [InlineData("module/Shop.psd1", true)]
    [InlineData("x/Cargo.toml", true)]
    [InlineData("Cargo.lock", false)]
    [InlineData("CMakeLists.txt", true)]
    [InlineData("", false)]
    [InlineData("/", false)]
    [InlineData("a", false)]
    [InlineData("src/Größe.cs", false)]
    public void Relevance_is_told_by_the_name_alone(string path, bool expected) => Assert.Equal(expected, ProjectScanner.IsRelevant(Encoding.UTF8.GetBytes(path)));

    [Fact]
    public void Asking_for_relevance_allocates_nothing()
    {
        byte[][] paths = [.. new[] { "src/A/A.csproj", "src/x.cs", "Dockerfile.dev", "docs/a.md", "compose.yml" }.Select(Encoding.UTF8.GetBytes)];
        foreach (var path in paths)
            ProjectScanner.IsRelevant(path);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var relevant = 0;
        for (var i = 0; i < 1_000; i++)
        {
            foreach (var path in paths)
                relevant += ProjectScanner.IsRelevant(path) ? 1 : 0;
        }

        // Less than a byte a call: the runtime itself may allocate once while it compiles.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_999);
        Assert.Equal(3_000, relevant);
    }

    [Theory]
    [InlineData("package.json", true)]
    [InlineData("pnpm-lock.yaml", false)]
    [InlineData("src/main.rs", false)]
    [InlineData("a/Program.cs", false)]
    [InlineData("Dockerfile.dev", true)]
    public void Of_lock_files_and_entry_points_only_the_presence_counts(string path, bool isRead)
    {
        var bytes = Encoding.UTF8.GetBytes(path);

        Assert.True(ProjectScanner.IsRelevant(bytes));
        Assert.Equal(isRead, ProjectScanner.IsRead(bytes));
    }

    [Fact]
    public void Files_that_count_by_presence_only_are_never_read()
    {
        var read = new List<string>();
        string[] paths = ["package.json", "pnpm-lock.yaml", "tsconfig.json", "turbo.json", "a/Cargo.toml", "a/src/main.rs", "b/setup.py", "b/uv.lock", "c/pom.xml", "c/mvnw", "d/build.ps1"];
        ProjectScanner.Scan(paths, path =>
        {
            read.Add(path);
            return "";
        });

        Assert.Equal(["a/Cargo.toml", "c/pom.xml", "package.json"], read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_manifest_is_read_at_most_once()
    {
        var read = new List<string>();
        string[] paths = ["Directory.Build.props", "a/a.csproj", "b/b.csproj", "Cargo.toml", "x/Cargo.toml", "y/Cargo.toml", "pnpm-workspace.yaml", "package.json", "p/package.json"];
        ProjectScanner.Scan(paths, path =>
        {
            read.Add(path);
            return path.EndsWith("json", StringComparison.Ordinal) ? """{ "name": "x", "dependencies": { "react": "catalog:" } }""" : "[workspace]";
        });

        Assert.Equal(read.Distinct(), read);
    }

    [Fact]
    public void Examples_are_named_by_folder_and_vendored_code_is_left_out()
    {
        const string Package = """{ "name": "x", "main": "x.js" }""";
        var stack = Manifests.Scan(
            ("lib/package.json", Package), ("examples/a/package.json", Package), ("examples/b/package.json", Package),
            ("node_modules/c/package.json", Package), ("third_party/d/CMakeLists.txt", "add_library(d d.c)"),
            ("tests/packages/e/package.json", Package), ("tests/package.json", Package), ("core/src/test/resources/f/pom.xml", "<project/>"));

        Assert.Equal(["lib/package.json", "tests/package.json"], stack.Projects.Select(project => project.Manifest));
        Assert.Equal(["core/src/test/resources", "examples", "tests/packages"], stack.ExampleFolders);
    }

    [Fact]
    public void A_repository_of_nothing_but_examples_is_about_them() =>
        Assert.Equal(["b", "a"], Manifests.Scan(("examples/one/package.json", """{"name":"b"}"""), ("samples/two/package.json", """{"name":"a"}""")).Projects.Select(project => project.Name));

    [Fact]
    public void A_manifest_that_cannot_be_read_is_listed() => Assert.Equal("api", Manifests.Only(("api/package.json", null)).Name);

    [Fact]
    public void A_manifest_of_five_megabytes_is_listed_and_not_parsed()
    {
        var text = "{ \"name\": \"big\", \"x\": [" + string.Concat(Enumerable.Repeat("\"0123456789\",", 420_000)) + "\"\"] }";
        var project = Manifests.Only(("big/package.json", text), ("big/tsconfig.json", null));

        Assert.Equal("big", project.Name);
        Assert.Contains("too large", project.Note);
    }

    /// <summary>Nested a hundred thousand deep or repeated as often: no reader throws, and one of quadratic time would never end.</summary>
    [Theory]
    [InlineData("package.json", "[")]
    [InlineData("package.json", "{\"a\":")]
    [InlineData("compose.yml", "[")]
    [InlineData("compose.yml", "{a: ")]
    [InlineData("compose.yml", "- ")]
    [InlineData("Cargo.toml", "a=[")]
    [InlineData("Cargo.toml", "a={b=")]
    [InlineData("pyproject.toml", "[a.")]
    [InlineData("pom.xml", "<a>")]
    [InlineData("a.csproj", "<a b='c'>")]
    [InlineData("a.csproj", "<![CDATA[x]]>")]
    [InlineData("a.psd1", "@{a=")]
    [InlineData("a.psd1", "'")]
    [InlineData("CMakeLists.txt", "add_library(")]
    [InlineData("CMakeLists.txt", "#[=[")]
    [InlineData("Dockerfile", "RUN x \\\n")]
    [InlineData("build.gradle", "plugins { ")]
    [InlineData("build.gradle", "/*")]
    [InlineData("build.gradle", "id 'a' ")]
    [InlineData("settings.gradle", "include 'a', ")]
    [InlineData("settings.gradle", "include 'a'\n")]
    [InlineData("Gemfile", "gem 'a', ")]
    [InlineData("Gemfile", "gem \t ")]
    [InlineData("a.gemspec", "s.executables = [")]
    [InlineData("Makefile", "a b ")]
    [InlineData("Makefile", "a-")]
    [InlineData("requirements.txt", "a[")]
    [InlineData("requirements.txt", " ")]
    [InlineData("setup.cfg", "[a")]
    [InlineData("a.sln", "Project(\"")]
    [InlineData("a.sln", "Project(\"\") = \"\", ")]
    [InlineData("go.mod", "require (")]
    [InlineData("Makefile", " ", "a")]
    [InlineData("Makefile", " ")]
    [InlineData("Makefile", "\n")]
    [InlineData("Makefile", "a\n")]
    [InlineData("settings.gradle", "\n")]
    [InlineData("settings.gradle", " ", "include")]
    [InlineData("settings.gradle", " ", "include 'a'")]
    [InlineData("build.gradle", "/* ")]
    [InlineData("build.gradle", " ", "id")]
    [InlineData("build.gradle", " ", "plugins")]
    [InlineData("build.gradle", "\n", "plugins {")]
    [InlineData("build.gradle", " ", "mainClass")]
    [InlineData("build.gradle", "'a:")]
    [InlineData("Gemfile", " ", "gem")]
    [InlineData("Gemfile", " ", "ruby")]
    [InlineData("a.gemspec", " ", "s.executables")]
    [InlineData("a.sln", " ")]
    [InlineData("Dockerfile", "a", "FROM ${")]
    [InlineData("Dockerfile", "a", "FROM a")]
    [InlineData("Dockerfile", "/a", "FROM a")]
    [InlineData("compose.yml", "a", "services: { a: { image: '${a")]
    [InlineData("requirements.txt", "a", "a[")]
    [InlineData("CMakeLists.txt", "${", "set(A B)\nadd_library(")]
    public void Endless_repetition_is_survived(string path, string piece, string start = "")
    {
        var text = start + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        Assert.InRange(Manifests.Scan((path, text)).Projects.Count, 0, 100);
    }

    [Fact]
    public void Cut_and_mangled_manifests_never_throw()
    {
        (string Path, string Text)[] samples =
        [
            ("package.json", """{ "name": "a", "workspaces": ["x"], "bin": { "b": "c" }, "dependencies": { "react": "^1.2.3" } }"""),
            ("a.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net$(X)9.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="xunit"/></ItemGroup></Project>"""),
            ("pyproject.toml", "[project]\nname = \"a\"\ndependencies = [\"b>=1\"]\n[[tool.x]]\ny = { z = 1979-05-27 }\n"),
            ("compose.yml", "services:\n  a: &a\n    image: x:1.2\n    ports: ['1:2']\n  b:\n    <<: *a\n    ? [x]\n    : y\n"),
            ("pom.xml", "<project><artifactId>${a}</artifactId><properties><a>${a}</a></properties><build><plugins><plugin/></plugins></build></project>"),
            ("a.psd1", "@{ ModuleVersion = '1'; RequiredModules = @('a', @{ b = \"c\" }) }"),
            ("CMakeLists.txt", "project(a CXX)\nadd_executable(${PROJECT_NAME} main.c)\ntarget_link_libraries(a b::c)\n"),
            ("Dockerfile", "ARG A=1\nFROM x:${A} AS b\nCMD [\"a\"]\n"),
            ("build.gradle.kts", "plugins { id(\"java\") version \"1\" }\ndependencies { implementation(project(\":a\")) }\n"),
        ];
        Gen.Select(Gen.OneOfConst(samples), Gen.Int[0, 400], Gen.Int[0, 400], Gen.String[0, 6]).Sample((sample, from, length, insert) =>
        {
            var start = Math.Min(from, sample.Text.Length);
            var text = sample.Text[..start] + insert + sample.Text[Math.Min(sample.Text.Length, start + length)..];
            Assert.NotNull(Manifests.Scan((sample.Path, text)));
        }, iter: 5_000);
    }
}
