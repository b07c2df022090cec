using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Tests.Projects.Readers;

public sealed class DotNetProjectReaderTests
{
    private const string Library = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""";

    [Fact]
    public void A_web_project_names_its_frameworks_its_program_and_what_it_uses()
    {
        var stack = Manifests.Scan(
            ("src/Shop.Api/Shop.Api.csproj", """
                <Project Sdk="Microsoft.NET.Sdk.Web">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <Description>Orders and prices</Description>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" Version="9.0.4" />
                    <PackageReference Include="MediatR" Version="13.0.0" />
                    <ProjectReference Include="..\Shop.Core\Shop.Core.csproj" />
                  </ItemGroup>
                </Project>
                """),
            ("src/Shop.Api/Program.cs", ""),
            ("src/Shop.Core/Shop.Core.csproj", Library));

        var api = stack.Named("Shop.Api");
        Assert.Equal(ProjectKind.WebApplication, api.Kind);
        Assert.Equal("src/Shop.Api", api.Path);
        Assert.Equal("Orders and prices", api.Description);
        Assert.Equal([".NET 10.0"], api.Runtimes);
        Assert.Equal(["ASP.NET Core", "MediatR 13", "PostgreSQL"], api.PackageNames());
        Assert.Equal([new EntryPoint(null, "src/Shop.Api/Program.cs")], api.EntryPoints);
        Assert.Equal(["dotnet run"], api.CommandsFor(CommandPurpose.Run));
        Assert.Equal(["Shop.Core"], api.Uses());
        Assert.Equal(["Shop.Api"], stack.Named("Shop.Core").ReferencedBy.Select(key => key.Name));
        Assert.Equal(ProjectKind.Library, stack.Named("Shop.Core").Kind);
    }

    [Fact]
    public void The_framework_of_the_nearest_directory_props_holds_and_that_of_one_above_only_when_imported()
    {
        const string Empty = """<Project Sdk="Microsoft.NET.Sdk" />""";
        const string Import = """<Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" />""";
        var stack = Manifests.Scan(
            ("Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup></Project>"),
            ("src/A/A.csproj", Empty),
            ("cut/Directory.Build.props", "<Project />"),
            ("cut/B/B.csproj", Empty),
            ("on/Directory.Build.props", $"<Project>{Import}</Project>"),
            ("on/C/C.csproj", Empty));

        Assert.Equal([".NET 9.0"], stack.Named("A").Runtimes);
        Assert.Empty(stack.Named("B").Runtimes);
        Assert.Equal([".NET 9.0"], stack.Named("C").Runtimes);
    }

    [Fact]
    public void Versions_come_from_central_package_management()
    {
        var project = Manifests.Only(
            ("Directory.Packages.props", """<Project><ItemGroup><PackageVersion Include="Spectre.Console" Version="2.1.3" /></ItemGroup></Project>"""),
            ("src/A/A.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="spectre.console" /></ItemGroup></Project>"""));

        Assert.Equal(["Spectre.Console 2"], project.PackageNames());
    }

    [Theory]
    [InlineData("net8.0", ".NET 8.0")]
    [InlineData("net10.0-windows10.0.19041.0", ".NET 10.0 (windows)")]
    [InlineData("netstandard2.0", ".NET Standard 2.0")]
    [InlineData("netcoreapp3.1", ".NET Core 3.1")]
    [InlineData("net472", ".NET Framework 4.7.2")]
    [InlineData("uap10.0", "uap10.0")]
    public void Target_frameworks_read_as_people_say_them(string moniker, string runtime) =>
        Assert.Equal([runtime], Manifests.Only(("a.csproj", Library.Replace("net10.0", moniker))).Runtimes);

    [Fact]
    public void The_old_format_tells_its_framework_too() => Assert.Equal([".NET Framework 4.8"], Manifests.Only(("Old.vbproj", """
        <?xml version="1.0" encoding="utf-8"?>
        <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
          <PropertyGroup><TargetFrameworkVersion>v4.8</TargetFrameworkVersion></PropertyGroup>
        </Project>
        """)).Runtimes);

    [Theory]
    [InlineData("<PackageReference Include=\"Microsoft.NET.Test.Sdk\" Version=\"18.0.1\" />", "", ProjectKind.Test)]
    [InlineData("<PackageReference Include=\"BenchmarkDotNet\" Version=\"0.15.8\" />", "<OutputType>Exe</OutputType>", ProjectKind.Benchmark)]
    [InlineData("", "<OutputType>Exe</OutputType><PackAsTool>true</PackAsTool>", ProjectKind.CommandLineTool)]
    [InlineData("", "<OutputType>WinExe</OutputType>", ProjectKind.Application)]
    [InlineData("", "", ProjectKind.Library)]
    public void The_kind_follows_from_packages_and_properties(string items, string properties, ProjectKind kind) => Assert.Equal(kind, Manifests.Only(
        ("a.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>{properties}</PropertyGroup><ItemGroup>{items}</ItemGroup></Project>""")).Kind);

    [Fact]
    public void A_functional_test_that_hosts_the_application_is_a_test()
    {
        var project = Manifests.Only(("tests/Shop.FunctionalTests/Shop.FunctionalTests.csproj", """
            <Project Sdk="Aspire.AppHost.Sdk/13.0.0">
              <PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup><PackageReference Include="xunit.v3.mtp-v2" /></ItemGroup>
            </Project>
            """));

        Assert.Equal(ProjectKind.Test, project.Kind);
        Assert.Equal(["dotnet test"], project.CommandsFor(CommandPurpose.Test));
    }

    [Fact]
    public void A_condition_yields_to_what_is_said_without_one() => Assert.Equal([".NET 10.0"], Manifests.Only(("a.csproj", """
        <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>
          <TargetFrameworks>net10.0</TargetFrameworks>
          <TargetFrameworks Condition="$([MSBuild]::IsOSPlatform('windows'))">$(TargetFrameworks);net472</TargetFrameworks>
        </PropertyGroup></Project>
        """)).Runtimes);

    [Fact]
    public void References_out_of_the_repository_and_to_files_that_are_not_tracked_are_dropped()
    {
        var project = Manifests.Only(("src/a.csproj", """
            <Project><ItemGroup>
              <ProjectReference Include="..\..\..\other\other.csproj" />
              <ProjectReference Include="/etc/passwd;C:\x\x.csproj;gone.csproj;$(Unknown)\..\b.csproj" />
            </ItemGroup></Project>
            """));

        Assert.Empty(project.References);
    }

    [Fact]
    public void Projects_that_refer_to_each_other_in_a_circle_are_listed_with_both_edges()
    {
        static string RefersTo(string name) => $"""<Project><ItemGroup><ProjectReference Include="{name}.csproj" /></ItemGroup></Project>""";
        var stack = Manifests.Scan(("a.csproj", RefersTo("b")), ("b.csproj", RefersTo("A")), ("c.csproj", RefersTo("c")));

        Assert.Equal(["b"], stack.Named("a").Uses());
        Assert.Equal(["a"], stack.Named("b").Uses());
        Assert.Empty(stack.Named("c").References);
    }

    [Fact]
    public void A_property_that_grows_by_itself_stays_small()
    {
        var doubling = string.Concat(Enumerable.Repeat("<TargetFramework>$(TargetFramework)$(TargetFramework)</TargetFramework>", 200));
        var project = Manifests.Only(("a.csproj", $"<Project><PropertyGroup><TargetFramework>net10.0;</TargetFramework>{doubling}</PropertyGroup></Project>"));

        Assert.InRange(project.Runtimes.Sum(runtime => runtime.Length), 1, 2_000);
    }

    [Fact]
    public void A_broken_project_is_listed_with_what_stands_before_the_break()
    {
        var project = Manifests.Only(("src/A/A.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><Out"""));

        Assert.Equal("A", project.Name);
        Assert.Equal([".NET 10.0"], project.Runtimes);
        Assert.NotNull(project.Note);
    }

    [Fact]
    public void A_billion_laughs_is_refused_and_never_expanded()
    {
        var entities = string.Concat(Enumerable.Range(1, 12).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        var project = Manifests.Only(("a.csproj", $"""<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY l0 "ha">{entities}]><Project><PropertyGroup><Description>&l12;</Description></PropertyGroup></Project>"""));

        Assert.Null(project.Description);
        Assert.NotNull(project.Note);
    }
}
