using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Tests.Projects.Readers;

public sealed class SolutionReaderTests
{
    private const string Tests = """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Microsoft.NET.Test.Sdk" /></ItemGroup></Project>""";

    [Fact]
    public void A_solution_with_tests_is_built_and_tested_as_a_whole()
    {
        var root = Assert.Single(Manifests.Scan(("Shop.sln", """

            Microsoft Visual Studio Solution File, Format Version 12.00
            Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Shop.Tests", "tests\Shop.Tests\Shop.Tests.csproj", "{0A1B}"
            EndProject
            """), ("tests/Shop.Tests/Shop.Tests.csproj", Tests)).BuildRoots);

        Assert.Equal(".NET solution", root.Title);
        Assert.Equal(["dotnet build Shop.sln"], root.CommandsFor(CommandPurpose.Build));
        Assert.Equal(["dotnet test Shop.sln"], root.CommandsFor(CommandPurpose.Test));
    }

    [Fact]
    public void An_xml_solution_finds_projects_in_its_folders()
    {
        var root = Assert.Single(Manifests.Scan(
            ("My Shop.slnx", """<Solution><Folder Name="/tests/"><Project Path="t/T.csproj" /></Folder></Solution>"""), ("t/T.csproj", Tests)).BuildRoots);

        Assert.Equal(["dotnet test \"My Shop.slnx\""], root.CommandsFor(CommandPurpose.Test));
    }

    [Fact]
    public void A_solution_without_tests_offers_none() => Assert.Empty(
        Assert.Single(Manifests.Scan(("a.slnx", """<Solution><Project Path="a.csproj" /></Solution>"""), ("a.csproj", "<Project />")).BuildRoots).CommandsFor(CommandPurpose.Test));

    [Fact]
    public void A_file_that_is_no_solution_says_so() => Assert.NotNull(Assert.Single(Manifests.Scan(("a.sln", "<html>")).BuildRoots).Note);

    [Fact]
    public void The_sdk_of_global_json_is_told_without_its_patch() =>
        Assert.Equal([".NET SDK 10.0"], Manifests.Scan(("global.json", """{ "sdk": { "version": "10.0.100" } // pinned""" + "\n}")).Runtimes);
}
