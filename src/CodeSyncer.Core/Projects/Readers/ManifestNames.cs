namespace CodeSyncer.Core.Projects.Readers;

/// <summary>The names of relevant files, as bytes: told by the last byte first, since most files of a repository fail there.</summary>
internal static class ManifestNames
{
    public static bool IsKnown(ReadOnlySpan<byte> path)
    {
        var name = path[(path.LastIndexOf((byte)'/') + 1)..];
        if (name.Length < 4)
            return false;
        return IsRead(name) || IsMark(name);
    }

    /// <summary>Whether only the presence of a known file counts.</summary>
    public static bool IsPresenceOnly(ReadOnlySpan<byte> path)
    {
        var name = path[(path.LastIndexOf((byte)'/') + 1)..];
        return !IsRead(name);
    }

    private static bool IsRead(ReadOnlySpan<byte> name) => name[^1] switch
    {
        (byte)'j' => name.EndsWith(".csproj"u8) || name.EndsWith(".fsproj"u8) || name.EndsWith(".vbproj"u8),
        (byte)'n' => name.SequenceEqual("package.json"u8) || name.SequenceEqual("global.json"u8) || name.SequenceEqual("composer.json"u8) || name.EndsWith(".sln"u8),
        (byte)'x' => name.EndsWith(".slnx"u8),
        (byte)'s' => name.SequenceEqual("Directory.Build.props"u8) || name.SequenceEqual("Directory.Packages.props"u8)
            || name.SequenceEqual("build.gradle.kts"u8) || name.SequenceEqual("settings.gradle.kts"u8),
        (byte)'l' => name.SequenceEqual("pyproject.toml"u8) || name.SequenceEqual("Cargo.toml"u8) || name.SequenceEqual("libs.versions.toml"u8)
            || name.SequenceEqual("pom.xml"u8) || name.SequenceEqual("pubspec.yaml"u8) || name.SequenceEqual("pnpm-workspace.yaml"u8) || IsCompose(name),
        (byte)'e' => name.SequenceEqual("Dockerfile"u8) || name.SequenceEqual("Makefile"u8) || name.SequenceEqual("Gemfile"u8) || name.SequenceEqual("Pipfile"u8)
            || name.SequenceEqual("build.gradle"u8) || name.SequenceEqual("settings.gradle"u8) || name.SequenceEqual("makefile"u8)
            || name.SequenceEqual("GNUmakefile"u8) || name.SequenceEqual("Containerfile"u8) || name.EndsWith(".Dockerfile"u8) || name.EndsWith(".dockerfile"u8),
        (byte)'t' => name.SequenceEqual("CMakeLists.txt"u8) || name.SequenceEqual("requirements.txt"u8),
        (byte)'d' => name.SequenceEqual("go.mod"u8),
        (byte)'k' => name.SequenceEqual("go.work"u8),
        (byte)'g' => name.SequenceEqual("setup.cfg"u8),
        (byte)'c' => name.EndsWith(".gemspec"u8),
        (byte)'1' => name.EndsWith(".psd1"u8),
        _ => false,
    } || name.StartsWith("Dockerfile."u8);

    private static bool IsCompose(ReadOnlySpan<byte> name) =>
        (name.EndsWith(".yml"u8) || name.EndsWith(".yaml"u8))
        && (name.StartsWith("compose."u8) || name.StartsWith("docker-compose."u8) || name.StartsWith("docker-compose-"u8));

    /// <summary>Entry points, lock files and configuration that tell a tool.</summary>
    private static bool IsMark(ReadOnlySpan<byte> name) => name[^1] switch
    {
        (byte)'s' => name.SequenceEqual("Program.cs"u8) || name.SequenceEqual("Program.fs"u8) || name.SequenceEqual("main.rs"u8) || name.SequenceEqual("lib.rs"u8),
        (byte)'b' => name.SequenceEqual("Program.vb"u8) || name.SequenceEqual("bun.lockb"u8),
        (byte)'n' => name.SequenceEqual("tsconfig.json"u8) || name.SequenceEqual("package-lock.json"u8) || name.SequenceEqual("nx.json"u8)
            || name.SequenceEqual("turbo.json"u8) || name.SequenceEqual("lerna.json"u8) || name.SequenceEqual("npm-shrinkwrap.json"u8) || name.SequenceEqual("artisan"u8),
        (byte)'l' => name.SequenceEqual("pnpm-lock.yaml"u8),
        (byte)'k' => name.SequenceEqual("yarn.lock"u8) || name.SequenceEqual("bun.lock"u8) || name.SequenceEqual("uv.lock"u8),
        (byte)'y' => name.SequenceEqual("__main__.py"u8) || name.SequenceEqual("manage.py"u8) || name.SequenceEqual("setup.py"u8) || name.SequenceEqual("noxfile.py"u8),
        (byte)'i' => name.SequenceEqual("tox.ini"u8),
        (byte)'o' => name.SequenceEqual("main.go"u8),
        (byte)'e' => name.SequenceEqual("Rakefile"u8),
        (byte)'u' => name.SequenceEqual("config.ru"u8),
        (byte)'t' => name.SequenceEqual("main.dart"u8),
        (byte)'w' => name.SequenceEqual("mvnw"u8) || name.SequenceEqual("gradlew"u8),
        (byte)'1' => name.SequenceEqual("build.ps1"u8) || name.SequenceEqual("test.ps1"u8) || name.SequenceEqual("install.ps1"u8),
        (byte)'c' => name.SequenceEqual("main.c"u8) || name.SequenceEqual("main.cc"u8),
        (byte)'p' => name.SequenceEqual("main.cpp"u8),
        (byte)'x' => name.SequenceEqual("main.cxx"u8),
        _ => false,
    };
}
