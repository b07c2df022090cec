using CodeSyncer.Core.Source;
using CsCheck;

namespace CodeSyncer.Core.Tests.Source;

/// <summary>Whatever stands in a string, it is no comment, and the comment behind the string is one.</summary>
public class StringPropertyTests
{
    /// <summary>Marks of comments, and nothing that could end a string or open a hole in one.</summary>
    private static readonly string[] Marks =
        ["//", "/*", "*/", "#", "--", "<!--", "-->", "%", ";", "!", "(*", "*)", "rem ", "REM ", "--[[ ", "x", " ", "@codesyncer-why no ", "=", "*>", "."];

    private static readonly Gen<string> Line = Gen.OneOfConst(Marks).Array[0, 12].Select(marks => "x" + string.Concat(marks) + "x");
    private static readonly Gen<string> Lines = Line.Array[1, 4].Select(lines => string.Join('\n', lines));

    [Theory]
    [InlineData("a.c", "char *s = \"", "\"; // end")]
    [InlineData("a.cs", "var s = \"", "\"; // end")]
    [InlineData("a.cs", "var s = $\"{a}", "\"; // end")]
    [InlineData("a.cs", "var s = $\"{a(\"", "\")}\"; // end")]
    [InlineData("a.cs", "var s = \"\"\"", "\"\"\"; // end")]
    [InlineData("a.cs", "#region ", "\n// end")]
    [InlineData("a.java", "String s = \"", "\"; // end")]
    [InlineData("a.kt", "val s = \"", "\" // end")]
    [InlineData("a.scala", "val s = s\"", "\" // end")]
    [InlineData("a.swift", "let s = #\"", "\"# // end")]
    [InlineData("a.go", "s := \"", "\" // end")]
    [InlineData("a.js", "s = '", "'; // end")]
    [InlineData("a.ts", "s = \"", "\"; // end")]
    [InlineData("a.js", "s = /[", "]/; // end")]
    [InlineData("a.jsx", "s = <p title=\"", "\"/>; // end")]
    [InlineData("a.py", "s = '", "'  # end")]
    [InlineData("a.py", "s = f\"{a}", "\"  # end")]
    [InlineData("a.toml", "s = \"", "\" # end")]
    [InlineData("a.yml", "s: '", "' # end")]
    [InlineData("a.json5", "{ s: '", "' // end\n}")]
    [InlineData("a.css", "a { b: '", "' } /* end */")]
    [InlineData("a.hs", "s = \"", "\" -- end")]
    [InlineData("a.vb", "s = \"", "\" ' end")]
    [InlineData("a.vim", "let s = '", "' \" end")]
    [InlineData("a.f90", "s = '", "' ! end")]
    [InlineData("a.adb", "S := \"", "\"; -- end")]
    [InlineData("a.pas", "s := '", "'; // end")]
    [InlineData("a.m", "%\ns = '", "'; % end")]
    [InlineData("a.html", "<a b=\"", "\"> <!-- end -->")]
    [InlineData("a.md", "text `", "` <!-- end -->")]
    [InlineData("a.tf", "s = \"", "\" # end")]
    [InlineData("a.bicep", "var s = '", "' // end")]
    [InlineData("a.proto", "option s = \"", "\"; // end")]
    [InlineData("a.lua", "s = '", "' -- end")]
    [InlineData("a.zig", "\\\\", "\n// end")]
    public void On_one_line(string file, string before, string behind) => Check(Line, file, before, behind);

    [Theory]
    [InlineData("a.cpp", "auto s = R\"t(", ")t\"; // end")]
    [InlineData("a.cs", "var s = @\"", "\"; // end")]
    [InlineData("a.cs", "var s = \"\"\"\n", "\n\"\"\"; // end")]
    [InlineData("a.cs", "var s = $$\"\"\"\n{{a}}", "\n\"\"\"; // end")]
    [InlineData("a.java", "String s = \"\"\"\n", "\"\"\"; // end")]
    [InlineData("a.kt", "val s = \"\"\"", "\"\"\" // end")]
    [InlineData("a.dart", "var s = '''", "'''; // end")]
    [InlineData("a.rs", "let s = r#\"", "\"#; // end")]
    [InlineData("a.rs", "let s = \"", "\"; // end")]
    [InlineData("a.go", "s := `", "` // end")]
    [InlineData("a.js", "s = `", "`; // end")]
    [InlineData("a.js", "s = `${ `", "` }`; // end")]
    [InlineData("a.tsx", "s = <p>{`", "`}</p>; // end")]
    [InlineData("a.py", "s = \"\"\"", "\"\"\"  # end")]
    [InlineData("a.py", "f('''", "''')  # end")]
    [InlineData("a.rb", "s = \"", "\" # end")]
    [InlineData("a.rb", "s = %q{", "} # end")]
    [InlineData("a.rb", "s = <<~A\n", "\nA\n# end")]
    [InlineData("a.pl", "my $s = q{", "}; # end")]
    [InlineData("a.pl", "my $s = <<'A';\n", "\nA\n# end")]
    [InlineData("a.sh", "s='", "' # end")]
    [InlineData("a.sh", "cat <<-'A B'\n", "\nA B\n# end")]
    [InlineData("a.sh", "s=\"$(cat <<A\n", "\nA\n)\" # end")]
    [InlineData("a.ps1", "$s = '", "' # end")]
    [InlineData("a.ps1", "$s = @\"\n", "\n\"@ # end")]
    [InlineData("a.php", "<?php $s = '", "'; // end")]
    [InlineData("a.php", "<?php $s = <<<A\n", "\n  A; // end")]
    [InlineData("a.sql", "select '", "' -- end")]
    [InlineData("a.sql", "select $t$", "$t$ -- end")]
    [InlineData("a.lua", "s = [==[", "]==] -- end")]
    [InlineData("a.cmake", "set(s [=[", "]=]) # end")]
    [InlineData("a.toml", "s = '''", "''' # end")]
    [InlineData("a.nix", "s = ''", "''; # end")]
    [InlineData("a.tf", "s = <<A\n", "\nA\n# end")]
    [InlineData("a.ml", "let s = {t|", "|t} (* end *)")]
    [InlineData("a.fs", "let s = \"\"\"", "\"\"\" // end")]
    [InlineData("a.ex", "s = ~S(", ") # end", "*)")]
    [InlineData("a.ex", "s = \"\"\"\n", "\n\"\"\" # end")]
    [InlineData("a.jl", "s = \"\"\"", "\"\"\" # end")]
    [InlineData("a.clj", "(def s \"", "\") ; end")]
    [InlineData("a.graphql", "a(b: \"", "\") # end", "\n")]
    [InlineData("a.xml", "<a><![CDATA[", "]]></a> <!-- end -->")]
    [InlineData("a.html", "<script>s = `", "`; // end\n</script>")]
    [InlineData("a.vue", "<script lang=\"ts\">s = `", "`; // end\n</script>")]
    [InlineData("a.cshtml", "@{ var s = @\"", "\"; } <!-- end -->")]
    [InlineData("a.md", "```\n", "\n```\n<!-- end -->")]
    public void On_several_lines(string file, string before, string behind, string? never = null) =>
        Check(Lines.Select(text => never is null ? text : text.Replace(never, "")), file, before, behind);

    private static void Check(Gen<string> texts, string file, string before, string behind)
    {
        var language = LanguageCatalog.ForFile(file, before)!;
        texts.Sample(content =>
        {
            var text = before + content + behind;
            var comment = CommentLexer.Lex(text, language)[^1];
            Assert.Equal("end", text[comment.ContentStart..comment.ContentEnd].Trim());
            Assert.DoesNotContain(CommentLexer.Lex(text, language), found => found.End > before.Length && found.Start < before.Length + content.Length);
        }, iter: 300);
    }
}
