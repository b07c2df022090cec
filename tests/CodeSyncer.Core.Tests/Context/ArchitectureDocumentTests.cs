using CodeSyncer.Core.Context;
using CodeSyncer.Core.Projects;
using CodeSyncer.Core.Tests.Projects;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CodeSyncer.Core.Tests.Context;

public sealed class ArchitectureDocumentTests
{
    private static readonly (string Path, string? Text)[] Shop =
    [
        ("Shop.slnx", """<Solution><Project Path="src/Shop.Api/Shop.Api.csproj" /><Project Path="tests/Shop.Tests/Shop.Tests.csproj" /></Solution>"""),
        ("src/Shop.Api/Shop.Api.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><ProjectReference Include="../Shop.Core/Shop.Core.csproj" /></ItemGroup></Project>"""),
        ("src/Shop.Api/Program.cs", null),
        ("src/Shop.Core/Shop.Core.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><Description>Prices and orders</Description></PropertyGroup></Project>"""),
        ("tests/Shop.Tests/Shop.Tests.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="xunit" /><PackageReference Include="Microsoft.NET.Test.Sdk" /><ProjectReference Include="../../src/Shop.Core/Shop.Core.csproj" /></ItemGroup></Project>"""),
        ("web/package.json", """{ "name": "web", "private": true, "scripts": { "dev": "vite" }, "dependencies": { "react": "^19.1.1" } }"""),
        ("web/Dockerfile", "FROM node:22.1.0\nEXPOSE 80\n"),
        ("compose.yaml", "services:\n  web: { build: web, ports: ['80:80'], depends_on: [db] }\n  db: { image: 'postgres:17.1' }\n"),
    ];

    [Fact]
    public void The_document_tells_stack_commands_entries_projects_graph_and_services() => Assert.Equal("""
        # Architecture

        What this repository is made of, as its manifests tell it. Commands are run in the folder of what they build.

        ## Stack

        | Part | What |
        | --- | --- |
        | Languages | C#, JavaScript |
        | Runtimes | .NET 10.0 |
        | Frameworks | ASP.NET Core, React 19 |
        | Tests | xUnit |
        | Build and tools | Docker, Docker Compose, npm |

        ## Build and test

        - .NET solution [Shop.slnx](../Shop.slnx): build `dotnet build Shop.slnx`; test `dotnet test Shop.slnx`
        - .NET, any project, in its folder: build `dotnet build`; test `dotnet test`; run `dotnet run`
        - Node.js, in [web](../web): install `npm install`

        ## Entry points

        - Shop.Api (web application): [src/Shop.Api/Program.cs](../src/Shop.Api/Program.cs)
        - web (web application): [web/package.json](../web/package.json)

        ## Projects

        ### (root)

        - **web**: web application, [web/package.json](../web/package.json)
          - Built on: React 19
          - Commands: run `npm run dev`

        ### src

        - **Shop.Api**: web application, [src/Shop.Api/Shop.Api.csproj](../src/Shop.Api/Shop.Api.csproj)
          - Built on: ASP.NET Core
          - Uses: Shop.Core
        - **Shop.Core**: library, [src/Shop.Core/Shop.Core.csproj](../src/Shop.Core/Shop.Core.csproj)
          - Prices and orders
          - Used by: Shop.Api, Shop.Tests

        ### tests

        - **Shop.Tests**: tests, [tests/Shop.Tests/Shop.Tests.csproj](../tests/Shop.Tests/Shop.Tests.csproj)
          - Built on: xUnit
          - Uses: Shop.Core

        ## Dependencies

        An arrow leads to what is used; tests are left out.

        ```mermaid
        flowchart LR
            Shop_Api["Shop.Api"]
            Shop_Core["Shop.Core"]
            Shop_Api --> Shop_Core
        ```

        ## Containers and services

        - [web/Dockerfile](../web/Dockerfile): on `node:22.1`, exposes `80`

        [compose.yaml](../compose.yaml) runs:

        | Service | From | Ports | Needs |
        | --- | --- | --- | --- |
        | db | `postgres:17.1` |  |  |
        | web | built by [web/Dockerfile](../web/Dockerfile) | `80:80` | db |

        """.ReplaceLineEndings("\n"), ArchitectureDocument.Render(Manifests.Scan(Shop)));

    [Fact]
    public void The_order_of_the_paths_changes_nothing()
    {
        var texts = Shop.ToDictionary(file => file.Path, file => file.Text);
        var first = ArchitectureDocument.Render(ProjectScanner.Scan([.. texts.Keys.Order(StringComparer.Ordinal)], path => texts[path]));

        Assert.Equal(first, ArchitectureDocument.Render(ProjectScanner.Scan([.. texts.Keys.OrderDescending(StringComparer.Ordinal)], path => texts[path])));
        Assert.Equal(first, ArchitectureDocument.Render(ProjectScanner.Scan([.. texts.Keys, .. texts.Keys], path => texts[path])));
    }

    [Fact]
    public void Updates_of_patch_versions_change_nothing()
    {
        var updated = Shop.Select(file => (file.Path, file.Text?.Replace("^19.1.1", "^19.2.0").Replace("node:22.1.0", "node:22.1.9-alpine").Replace("17.1'", "17.1.3'"))).ToArray();

        Assert.Equal(ArchitectureDocument.Render(Manifests.Scan(Shop)), ArchitectureDocument.Render(Manifests.Scan(updated)));
    }

    [Fact]
    public void Links_start_where_the_document_stands()
    {
        var document = ArchitectureDocument.Render(Manifests.Scan(Shop), "../../");

        Assert.Contains("](../../src/Shop.Api/Program.cs)", document);
        Assert.DoesNotContain("](../src", document);
    }

    [Fact]
    public void An_empty_repository_says_so() => Assert.Equal("# Architecture\n\nNo manifest of a project was found here.\n", ArchitectureDocument.Render(Manifests.Scan()));

    [Fact]
    public void Text_of_a_hostile_manifest_makes_no_markup()
    {
        const string Evil = "a\\n\\n# owned\\n|x|`y` <img src=x onerror=alert(1)> [l](javascript:1) ```\\u001b[31m\\u202e **b**";
        var document = ArchitectureDocument.Render(Manifests.Scan(
            ("package.json", $$"""{ "name": "{{Evil}}", "description": "{{Evil}}", "bin": { "{{Evil}}": "x" }, "engines": { "node": "20 | <b> {{Evil}}" } }"""),
            ("b/package.json", $$"""{ "name": "b", "dependencies": { "{{Evil}}": "1" } }"""),
            ("compose.yml", $$"""{ "services": { "{{Evil}}": { "image": "{{Evil}}", "ports": ["{{Evil}}"], "depends_on": ["{{Evil}}"] } } }"""),
            ("Dockerfile", "FROM x\nCMD a | b ` c <b>\n")));
        var parsed = Markdown.Parse(document, new MarkdownPipelineBuilder().UsePipeTables().Build());

        Assert.DoesNotContain(document, letter => char.IsControl(letter) && letter != '\n' || letter == '\u202E');
        Assert.Empty(parsed.Descendants<HtmlBlock>());
        Assert.Empty(parsed.Descendants<HtmlInline>());
        Assert.DoesNotContain(parsed.Descendants<HeadingBlock>(), heading => heading.Inline!.OfType<LiteralInline>().Any(text => text.Content.ToString().StartsWith("owned", StringComparison.Ordinal)));
        Assert.All(parsed.Descendants<LinkInline>(), link => Assert.StartsWith("../", link.Url));
        Assert.All(parsed.Descendants<Markdig.Extensions.Tables.Table>().Last().OfType<Markdig.Extensions.Tables.TableRow>(), row => Assert.Equal(4, row.Count));
        Assert.Single(parsed.Descendants<FencedCodeBlock>());
    }

    [Fact]
    public void Paths_are_escaped_in_links()
    {
        var document = ArchitectureDocument.Render(Manifests.Scan(("a b/(c)/größe #1/package.json", """{ "name": "x" }""")));

        Assert.Contains("](../a%20b/%28c%29/gr%C3%B6%C3%9Fe%20%231/package.json)", document);
    }

    [Fact]
    public void A_broken_manifest_is_noted() =>
        Assert.Contains("  - Note: the manifest is broken\n", ArchitectureDocument.Render(Manifests.Scan(("package.json", """{ "name": "a", """))));

    [Fact]
    public void A_graph_that_is_no_picture_any_more_is_left_out()
    {
        var files = Enumerable.Range(0, 60).Select(i => ($"p{i}/package.json", (string?)$$"""{ "name": "p{{i}}", "dependencies": { "p{{i + 1}}": "1" } }""")).ToArray();
        var document = ArchitectureDocument.Render(Manifests.Scan(files));

        Assert.DoesNotContain("mermaid", document);
        Assert.Contains("Too many for a picture", document);
    }

    [Fact]
    public void Names_that_mermaid_reserves_or_that_look_alike_stay_apart()
    {
        var document = ArchitectureDocument.Render(Manifests.Scan(
            ("a/package.json", """{ "name": "end", "dependencies": { "x.y": "1", "x-y": "1" } }"""),
            ("b/package.json", """{ "name": "x.y" }"""),
            ("c/package.json", """{ "name": "x-y" }""")));
        var nodes = document.Split('\n').Where(line => line.Contains("[\"", StringComparison.Ordinal)).Select(line => line.Trim().Split('[')[0]).ToList();

        Assert.Equal(3, nodes.Count);
        Assert.Equal(nodes.Distinct(), nodes);
        Assert.DoesNotContain("end", nodes);
    }

    [Fact]
    public void A_thousand_projects_get_a_line_each_and_more_are_said_to_be_there()
    {
        var files = Enumerable.Range(0, 1_200).Select(i => ($"p{i}/package.json", (string?)$$"""{ "name": "p{{i}}", "description": "text {{i}}" }""")).ToArray();
        var document = ArchitectureDocument.Render(Manifests.Scan(files));

        Assert.DoesNotContain("text 7", document);
        Assert.Contains("There are more projects", document);
        Assert.InRange(document.Length, 10_000, 120_000);
    }
}
