using CodeSyncer.Core.Tests.House;
using CodeSyncer.Core.Town;

namespace CodeSyncer.Core.Tests.Town;

public class TownSettingsTests
{
    private static TownSettings Read(string text)
    {
        var (settings, problems) = TownSettingsParser.ParseTown("town.yml", text, new TownSettings());
        Assert.Empty(problems.Select(problem => problem.Message));
        return settings;
    }

    [Fact]
    public void The_example_of_the_readme_is_read_without_a_complaint()
    {
        var readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(RoomTests.Sources())!, "README.md")).ReplaceLineEndings("\n");
        var from = readme.IndexOf("name: shop\n", StringComparison.Ordinal);
        var settings = Read(readme[from..readme.IndexOf("```", from, StringComparison.Ordinal)]);
        var fresh = new TownSettings();
        Assert.Equal((fresh.GateTimeout, fresh.GateRetries, fresh.MostPolecats, fresh.MostPolecatsOfRig, fresh.StalledAfter, fresh.MostRespawns, fresh.BackOff, fresh.EscalationAge, fresh.Agent),
            (settings.GateTimeout, settings.GateRetries, settings.MostPolecats, settings.MostPolecatsOfRig, settings.StalledAfter, settings.MostRespawns, settings.BackOff, settings.EscalationAge, settings.Agent));
        Assert.Equal(["ash", "birch"], settings.Names);
        Assert.Equal(["-p", "{prompt}", "--model", "opus"], settings.Agents["reviewer"].Headless);
        Assert.Equal("warn", settings.Agents["reviewer"].Environment["LOG_LEVEL"]);
        var rig = Assert.Single(settings.Rigs);
        Assert.Equal(["make check"], settings.GatesOf(rig));
    }

    [Theory]
    [InlineData("gates: dotnet test\npolecat:\n  per_town: 3", "polecats")]
    [InlineData("polecats:\n  per_town: many", "per_town")]
    [InlineData("gate_timeout: 5 minutes", "gate_timeout")]
    [InlineData("agents:\n  x:\n    headless: []", "has no command")]
    [InlineData("rigs:\n  con:\n    path: x", "device")]
    [InlineData("rigs:\n  api:\n    target: main", "path")]
    [InlineData("rigs:\n  api: [", "")]
    public void What_is_wrong_is_said_with_its_place(string text, string said)
    {
        var (_, problems) = TownSettingsParser.ParseTown("town.yml", text, new TownSettings());
        Assert.Contains(problems, problem => problem.Place.StartsWith("town.yml", StringComparison.Ordinal) && $"{problem.Message} {problem.Hint}".Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void The_towns_file_wins_over_the_users()
    {
        var (user, _) = TownSettingsParser.ParseUser("config.yml", "gates: [make]\nagents:\n  mine:\n    command: mine\n", new TownSettings());
        var (both, problems) = TownSettingsParser.ParseTown("town.yml", "gates: [dotnet test]\n", user);
        Assert.Empty(problems);
        Assert.Equal(["dotnet test"], both.Gates);
        Assert.Equal("mine", both.Agents["mine"].Program);
    }

    [Fact]
    public void Rigs_come_and_go_and_every_other_byte_stays()
    {
        var before = TownYaml.New("my \"shop\"") + "# mine\ngates:\n  - make\n";
        var one = TownYaml.AddRig(before, new RigSettings("api", "C:\\src\\api") { Remote = "https://example.org/a b.git", Target = "main" });
        var two = TownYaml.AddRig(one, new RigSettings("web", "web") { Target = "x: y" });
        var settings = Read(two);
        Assert.Equal(("my \"shop\"", "C:\\src\\api", "https://example.org/a b.git", "x: y"), (settings.Name, settings.Rigs[0].Path, settings.Rigs[0].Remote, settings.Rigs[1].Target));
        Assert.Equal(before, TownYaml.RemoveRig(TownYaml.RemoveRig(two, settings.Rig("api")!), Read(TownYaml.RemoveRig(two, settings.Rig("api")!)).Rig("WEB")!));
    }
}
