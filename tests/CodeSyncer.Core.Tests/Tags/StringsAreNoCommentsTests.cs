using System.Text;
using CodeSyncer.Core.Source;
using CodeSyncer.Core.Tags;
using CsCheck;

namespace CodeSyncer.Core.Tests.Tags;

public class StringsAreNoCommentsTests
{
    /// <summary>Beginning and end of a string literal within a statement of a language; the text between holds neither quotes nor escapes.</summary>
    public static TheoryData<string, string, string> Literals() => new()
    {
        { "a.c", "s = \"", "\";" }, { "a.cpp", "auto s = R\"x(", ")x\";" }, { "a.cs", "var s = \"", "\";" }, { "a.cs", "var s = @\"a\"\"", "\";" },
        { "a.cs", "var s = $\"", "\";" }, { "a.cs", "var s = \"\"\"\n", "\n\"\"\";" }, { "a.java", "var s = \"", "\";" }, { "a.java", "var s = \"\"\"\n", "\"\"\";" },
        { "a.js", "s = '", "';" }, { "a.js", "s = `", "`;" }, { "a.ts", "s = `${a}", "`;" }, { "a.ts", "s = `${`", "`}`;" }, { "a.tsx", "s = \"", "\";" },
        { "a.go", "s := `", "`" }, { "a.go", "s := \"", "\"" }, { "a.rs", "let s = \"", "\";" }, { "a.rs", "let s = r##\"a\" ", "\"##;" },
        { "a.py", "s = \"", "\"" }, { "a.py", "s = '", "'" }, { "a.py", "s = f\"{x}", "\"" }, { "a.py", "s = \"\"\"", "\"\"\"" }, { "a.py", "s = r'", "'" },
        { "a.rb", "s = \"", "\"" }, { "a.rb", "s = %q(", ")" }, { "a.rb", "s = <<~END\n", "\nEND" }, { "a.php", "<?php $s = '", "';" }, { "a.php", "<?php $s = <<<END\n", "\nEND;" },
        { "a.sh", "s='", "'" }, { "a.sh", "s=\"", "\"" }, { "a.sh", "cat <<'END'\n", "\nEND" }, { "a.ps1", "$s = '", "'" }, { "a.ps1", "$s = @'\n", "\n'@" },
        { "a.sql", "SELECT '", "';" }, { "a.lua", "s = \"", "\"" }, { "a.lua", "s = [==[", "]==]" }, { "a.kt", "val s = \"\"\"", "\"\"\"" }, { "a.swift", "let s = \"", "\"" },
        { "a.swift", "let s = #\"", "\"#" }, { "a.dart", "var s = '''", "''';" }, { "a.scala", "val s = \"\"\"", "\"\"\"" }, { "a.toml", "s = '''", "'''" },
        { "a.yml", "s: \"", "\"" }, { "a.css", "a { content: \"", "\"; }" }, { "a.scss", "$s: '", "';" }, { "a.hs", "s = \"", "\"" }, { "a.ex", "s = \"", "\"" },
        { "a.pl", "my $s = '", "';" }, { "a.r", "s <- \"", "\"" }, { "a.jl", "s = \"", "\"" }, { "a.vb", "s = \"", "\"" }, { "a.tf", "s = \"", "\"" },
        { "a.proto", "s = \"", "\";" }, { "a.fs", "let s = \"\"\"", "\"\"\"" }, { "a.groovy", "def s = '", "'" }, { "a.clj", "(def s \"", "\")" },
        { "a.md", "text ", "" }, { "a.md", "```\n", "\n```" }, { "a.html", "<p>", "</p>" }, { "a.vue", "<script>\ns = '", "';\n</script>" },
    };

    private static readonly Gen<string> Inside = Gen.OneOfConst(
        "@codesyncer-decision: no ", "// @codesyncer-rule x ", "# @codesyncer-rule x ", "-- @codesyncer-rule x ", "/* @codesyncer-rule x */ ", "; @codesyncer-rule x ",
        "% @codesyncer-rule x ", "word ", "// ", "# ", "/* ", "*/ ", "-- ", "한글 ").Array[1, 6].Select(string.Concat);

    [Theory]
    [MemberData(nameof(Literals))]
    public void A_string_never_yields_a_tag(string file, string before, string after)
    {
        Assert.NotNull(LanguageCatalog.ForPath(file));
        Inside.Sample(text => Assert.Empty(TagScanner.Scan(file, Encoding.UTF8.GetBytes($"{before}{text}{after}\n"))), iter: 200);
    }
}
