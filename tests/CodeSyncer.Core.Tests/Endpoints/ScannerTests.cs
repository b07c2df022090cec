using System.Text;
using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Endpoints.Compose;
using CodeSyncer.Core.Endpoints.Readers;
using CsCheck;

namespace CodeSyncer.Core.Tests.Endpoints;

public class ScannerTests
{
    private static readonly string[] Pieces =
    [
        "app.get('/a', ", "(req) => {", "}", ")", "(", "[", "]", "\"", "'", "`${", "@app.route(", "Route::group(", "r.Group(\"/x\")", "func(r chi.Router) {", "express()", "const x = ", "resources :a do\n", "end\n",
        "[HttpGet(", "class A {", "def f(x):\n", "    ", "\n", ",", "//", "/*", "*/", "#", "<", ">", "=>", "import a from 'b'", "path('x', include(", "new ", "axios.get(", "fetch(", "+", "%s", "{=", "中",
    ];

    [Fact]
    public void No_text_is_too_strange_to_be_read()
    {
        var files = Gen.OneOfConst("a.cs", "a.js", "a.ts", "urls.py", "a.py", "A.java", "a.kt", "config/routes.rb", "routes/api.php", "a.go", "a.dart", "a.proto", "a.graphql", "openapi.json", "openapi.yaml", "app/route.ts", "a.vue");
        Gen.Select(files, Gen.OneOfConst(Pieces).Array[0, 60]).Sample((path, pieces) =>
        {
            var text = "express fastapi flask gin-gonic/gin axios Route:: [Http @RestController openapi: service type urlpatterns\n" + string.Concat(pieces);
            var facts = EndpointScanner.Scan(path, Encoding.UTF8.GetBytes(text));
            Assert.DoesNotContain("our mistake", facts.Problem ?? "");
            var composer = new EndpointComposer([(path, facts)], _ => "");
            _ = new EndpointMap(composer.Endpoints(), composer.Calls()).Unmatched().ToList();
        });
    }

    [Fact]
    public void Brackets_that_are_nested_without_end_are_said()
    {
        const int Deep = 200_000;
        var facts = EndpointScanner.Scan("deep.ts", Encoding.UTF8.GetBytes("fetch(" + new string('(', Deep) + "'/d'" + new string(')', Deep) + ")"));
        Assert.Contains("nested too deep", facts.Problem);
    }

    [Theory]
    [InlineData("openapi: 3.0.0\npaths: [", "broken")]
    [InlineData("{ \"openapi\": \"3.0.0\", \"paths\": { \"/a\": ", "broken")]
    public void A_broken_description_is_said(string text, string said) =>
        Assert.Contains(said, EndpointScanner.Scan("openapi" + (text[0] == '{' ? ".json" : ".yaml"), Encoding.UTF8.GetBytes(text)).Problem);

    [Fact]
    public void A_description_that_is_too_large_is_said_and_not_read()
    {
        var text = "openapi: 3.0.0\ninfo: {}\n" + string.Concat(Enumerable.Repeat("# a line of a comment that makes it long\n", 250_000));
        Assert.Contains("larger", EndpointScanner.Scan("openapi.yaml", Encoding.UTF8.GetBytes(text)).Problem);
    }

    [Fact]
    public void Routers_that_mount_each_other_end()
    {
        var a = EndpointScanner.Scan("a.js", "const b = require('./b')\nconst router = express.Router()\nrouter.use('/b', b)\nrouter.get('/x', (q, r) => 1)\nmodule.exports = router"u8);
        var b = EndpointScanner.Scan("b.js", "const a = require('./a')\nconst router = express.Router()\nrouter.use('/a', a)\nmodule.exports = router"u8);
        Assert.NotEmpty(new EndpointComposer([("a.js", a), ("b.js", b)], _ => "").Endpoints());
    }
}
