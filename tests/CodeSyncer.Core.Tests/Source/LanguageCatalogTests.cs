using CodeSyncer.Core.Source;

namespace CodeSyncer.Core.Tests.Source;

public class LanguageCatalogTests
{
    [Theory]
    [InlineData("src/Program.cs", "C#")]
    [InlineData("a.b/MAIN.GO", "Go")]
    [InlineData("Dockerfile", "Dockerfile")]
    [InlineData("deploy/Dockerfile.release", "Dockerfile")]
    [InlineData("Makefile", "Makefile")]
    [InlineData("CMakeLists.txt", "CMake")]
    [InlineData("views/home.blade.php", "Blade")]
    [InlineData("views/home.html.erb", "ERB")]
    [InlineData("src/types.d.ts", "TypeScript")]
    [InlineData("tsconfig.build.json", "JSON with Comments")]
    [InlineData(".env.production", "Environment")]
    [InlineData(".gitignore", "Ignore list")]
    [InlineData("data.json", null)]
    [InlineData("notes.txt", null)]
    [InlineData("LICENSE", null)]
    [InlineData("src.cs/LICENSE", null)]
    [InlineData("picture.png", null)]
    [InlineData("", null)]
    [InlineData(".", null)]
    [InlineData("a/", null)]
    public void A_path_tells_its_language(string path, string? language) =>
        Assert.Equal(language, LanguageCatalog.ForPath(path)?.Name);

    [Theory]
    [InlineData("#!/usr/bin/env -S python3.12 -u", "Python")]
    [InlineData("#!/usr/bin/env LANG=C perl", "Perl")]
    [InlineData("#! /bin/sh -e\nset -e", "Shell")]
    [InlineData("#!/opt/node/bin/node\r\n", "JavaScript")]
    [InlineData("#!/usr/bin/env pwsh", "PowerShell")]
    [InlineData("#!/usr/bin/unheard-of", null)]
    [InlineData("#!", null)]
    [InlineData("#!/usr/bin/env", null)]
    [InlineData("no script", null)]
    public void A_file_without_extension_is_known_by_its_first_line(string firstLine, string? language) =>
        Assert.Equal(language, LanguageCatalog.ForFile("bin/tool", firstLine)?.Name);

    [Theory]
    [InlineData("a.m", "#import <Foundation/Foundation.h>", "Objective-C")]
    [InlineData("a.m", "function y = f(x)", "MATLAB")]
    [InlineData("a.ts", "<?xml version=\"1.0\"?>", "XML")]
    [InlineData("a.ts", "#!/usr/bin/env deno", "TypeScript")]
    [InlineData("a.cls", "\\NeedsTeXFormat{LaTeX2e}", "LaTeX")]
    [InlineData("a.cls", "public class A {", "Apex")]
    [InlineData("a.v", "Require Import List.", "Coq")]
    [InlineData("a.v", "module a;", "Verilog")]
    public void Languages_that_share_an_extension_are_told_by_how_their_files_begin(string path, string firstLine, string language) =>
        Assert.Equal(language, LanguageCatalog.ForFile(path, firstLine)?.Name);

    [Fact]
    public void Asking_for_a_path_allocates_nothing()
    {
        string[] paths = ["src/Program.cs", "a/b/view.html.erb", "Dockerfile.release", "data.json", "LICENSE", "a/.env.local"];
        Ask(paths);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask(paths);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Ask(string[] paths)
    {
        foreach (var path in paths)
            LanguageCatalog.ForPath(path);
    }
}
