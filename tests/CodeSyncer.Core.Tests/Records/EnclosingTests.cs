using System.Text;
using CodeSyncer.Core.Records;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Tests.Records;

/// <summary>Which tags enclose the line that holds <c>ASKED</c>.</summary>
public class EnclosingTests
{
    [Theory]
    [InlineData("a.java", """
        // @codesyncer-rule of the class
        @Service
        @Transactional(readOnly = true)
        public class C {
            // @codesyncer-why of the first member
            int total() {
                return 1;
            }

            // @codesyncer-why of the second member
            @Override
            int second() {
                return 2;
            }

            int third() {
                return 3; // ASKED
            }
        }
        """, "of the class")]
    [InlineData("a.cs", """
        // @codesyncer-rule of the class
        [ApiController]
        [Route(
            "users")]
        public class C
        {
            // @codesyncer-why of the field
            private int _a;

            // @codesyncer-why of the second member
            [HttpGet, Authorize]
            public int Second()
            {
        #if DEBUG
                return 2; // ASKED
        #endif
            }
        }
        """, "of the second member", "of the class")]
    [InlineData("a.ts", """
        // @codesyncer-rule of the class
        @Injectable({
          scope: 'x',
        })
        export class C {
          // @codesyncer-why of the first member
          first = 1,

          third(
            a: number,
          ) {
            // @codesyncer-why of the whole body
            log()
            if (a) {
              send() // ASKED
            }
          }
        }
        """, "of the whole body", "of the class")]
    [InlineData("a.py", """"
        # @codesyncer-rule of the function
        @app.get("/x")
        @cached
        def f(
            a,
        ):
            """Words.

            @codesyncer-why of the docstring
            """
            if a:
                # @codesyncer-why of the other branch
                return 1
            return 2  # ASKED
        """", "of the function", "of the docstring")]
    [InlineData("a.py", """
        class C:
            # @codesyncer-rule of all that follows

            # @codesyncer-why of the first
            a = 1

            def b(self):
                return 2  # ASKED
        """, "of all that follows")]
    [InlineData("a.cpp", """
        // @codesyncer-rule of the class
        class C {
        public:
            // @codesyncer-why of the first
            void a();
            void b() {
                c(); // ASKED
            }
        };
        """, "of the class")]
    [InlineData("a.go", """
        // @codesyncer-rule of the type
        type T struct {
            A int // @codesyncer-why of the first field
            B int // ASKED
        }
        """, "of the type")]
    [InlineData("a.js", """
        // @codesyncer-rule of the object
        const o = {
          // @codesyncer-why of the first
          a: 1,
          b() {
            return 2 // ASKED
          },
        }
        """, "of the object")]
    public void A_tag_encloses_what_it_stands_on_and_no_sibling_of_it(string name, string source, params string[] enclosing)
    {
        var line = source.ReplaceLineEndings("\n").Split('\n').ToList().FindIndex(text => text.Contains("ASKED")) + 1;
        var tags = TagScanner.Scan(name, Encoding.UTF8.GetBytes(source)).Select(tag => tag with { Path = name }).ToList();
        Assert.Equal(enclosing, NearTags.Of(tags, name, line, source).Where(tag => tag.Place == Nearness.Enclosing).Select(tag => tag.Tag.Text));
    }

    [Fact]
    public void A_tag_above_annotations_is_on_them_and_on_what_they_stand_on()
    {
        const string source = "# @codesyncer-why Cached\n@app.get('/x')\n@cached(\n    60,\n)\ndef f():\n    return 1\n\n\ndef g():\n    return 2\n";
        var tags = TagScanner.Scan("a.py", Encoding.UTF8.GetBytes(source)).Select(tag => tag with { Path = "a.py" }).ToList();
        Nearness At(int line) => NearTags.Of(tags, "a.py", line, source).Single().Place;
        Assert.Equal([Nearness.Line, Nearness.Line, Nearness.Line, Nearness.Enclosing, Nearness.File, Nearness.File], new[] { 2, 4, 6, 7, 10, 11 }.Select(At));
    }

    [Fact]
    public void Below_a_folder_or_the_repository_the_tags_are_in_that()
    {
        var tags = new[] { "a/x.cs", "a/b/y.cs", "c/z.cs" }.SelectMany(path => TagScanner.Scan(path, Encoding.UTF8.GetBytes($"// @codesyncer-why In {path}\nclass A {{ }}\n")).Select(tag => tag with { Path = path })).ToList();
        Assert.Equal([(Nearness.Folder, "In a/x.cs"), (Nearness.Folder, "In a/b/y.cs")], NearTags.Of(tags, "a/", null, null).Select(tag => (tag.Place, tag.Tag.Text)));
        Assert.Equal([Nearness.Repository, Nearness.Repository, Nearness.Repository], NearTags.Of(tags, "", null, null).Select(tag => tag.Place));
    }
}
