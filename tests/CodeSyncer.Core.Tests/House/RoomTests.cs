using System.Text.RegularExpressions;

namespace CodeSyncer.Core.Tests.House;

/// <summary>The arrows between rooms and projects: each knows only those before it on its way, and there are no circles.</summary>
public partial class RoomTests
{
    /// <summary>A room of Core, and the rooms that it may know.</summary>
    private static readonly Dictionary<string, string[]> Core = new()
    {
        ["Text"] = [],
        ["Errors"] = [],
        ["Source"] = [],
        ["Configuration"] = ["Text"],
        ["Tags"] = ["Source"],
        ["Records"] = ["Context", "Tags"],
        ["Endpoints"] = ["Source", "Text"],
        ["Projects"] = [],
        ["Lint"] = ["Tags", "Configuration", "Endpoints", "Text"],
        ["Context"] = ["Tags", "Projects", "Endpoints", "Text", "Errors"],
        ["GitHooks"] = ["Context"],
        ["Ledger"] = ["Text", "Errors"],
        ["Agents"] = ["Ledger", "Errors"],
        ["Work"] = ["Text", "Errors", "Configuration", "Context", "Tags", "Ledger"],
        ["Town"] = ["Text", "Errors", "Configuration", "Ledger", "Agents", "Work"],
    };

    private static readonly Dictionary<string, string[]> Platform = new()
    {
        ["Files"] = [],
        ["Processes"] = [],
        ["Git"] = ["Files"],
        ["Cache"] = ["Files"],
        ["Configuration"] = ["Files"],
        ["Context"] = ["Cache", "Files", "Git", "Configuration"],
        ["Endpoints"] = ["Cache", "Context", "Git"],
        ["GitHooks"] = ["Context", "Files", "Git", "History", "Ledger", "Processes", "Scopes", "Work"],
        ["History"] = ["Cache", "Context", "Files", "Git"],
        ["Ledger"] = ["Git", "Files", "Processes", "Configuration"],
        ["Work"] = ["Context", "Files", "Git", "Ledger", "Processes"],
        ["Agents"] = ["Context", "Endpoints", "Files", "Git", "Ledger", "Processes", "Scopes", "Work"],
        ["Onboarding"] = ["Configuration", "Context", "Files", "Git", "Work"],
        ["Records"] = ["Context", "Endpoints", "Files", "Git", "History", "Ledger", "Scopes"],
        ["Scopes"] = ["Configuration", "Context", "Endpoints", "Files", "Git", "History", "Ledger"],
        ["Town"] = ["Agents", "Configuration", "Context", "Scopes", "Files", "Git", "Ledger", "Onboarding", "Processes", "Work"],
    };

    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["CodeSyncer.Core"] = [],
        ["CodeSyncer.Platform"] = ["CodeSyncer.Core"],
        ["CodeSyncer.Cli"] = ["CodeSyncer.Platform"],
        ["CodeSyncer.PowerShell"] = ["CodeSyncer.Platform", "CodeSyncer.Loader"],
        ["CodeSyncer.Loader"] = [],
    };

    [Fact]
    public void Rooms_of_core_know_only_those_before_them() => Judge("CodeSyncer.Core", Core);

    [Fact]
    public void Rooms_of_platform_know_only_those_before_them() => Judge("CodeSyncer.Platform", Platform);

    [Fact]
    public void Projects_know_only_those_below_them_and_the_fronts_never_each_other()
    {
        var found = Directory.GetDirectories(Sources()).Select(folder => Path.GetFileName(folder)!).Order();
        Assert.Equal(Projects.Keys.Order(), found.Where(name => File.Exists(Path.Combine(Sources(), name, name + ".csproj"))));
        foreach (var (name, allowed) in Projects)
        {
            var text = File.ReadAllText(Path.Combine(Sources(), name, name + ".csproj"));
            var known = ProjectReference().Matches(text).Select(match => match.Groups[1].Value).Distinct();
            Assert.Empty(known.Except(allowed));
        }
    }

    [Fact]
    public void The_allowed_arrows_have_no_circle()
    {
        foreach (var map in new[] { Core, Platform, Projects })
        {
            var left = map.ToDictionary(entry => entry.Key, entry => entry.Value.ToHashSet());
            while (left.Where(entry => entry.Value.Count == 0).Select(entry => entry.Key).ToList() is { Count: > 0 } free)
            {
                free.ForEach(room => left.Remove(room));
                foreach (var known in left.Values)
                    known.ExceptWith(free);
            }

            Assert.Empty(left);
        }
    }

    private static void Judge(string project, Dictionary<string, string[]> allowed)
    {
        var root = Path.Combine(Sources(), project);
        foreach (var folder in Directory.GetDirectories(root).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj")))
        {
            var room = Path.GetFileName(folder);
            Assert.True(allowed.ContainsKey(room), $"{project}/{room} is a room that nobody planned");
            foreach (var file in Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
            {
                var known = RoomName(project).Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
                    .Where(name => allowed.ContainsKey(name) && name != room).Distinct().Except(allowed[room]);
                Assert.True(!known.Any(), $"{file} knows {string.Join(", ", known)}");
            }
        }
    }

    private static Regex RoomName(string project) => new($@"\b{Regex.Escape(project)}\.([A-Z]\w+)");

    [GeneratedRegex(@"ProjectReference Include=""\.\./(CodeSyncer\.\w+)/")]
    private static partial Regex ProjectReference();

    internal static string Sources()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CodeSyncer.Tools.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "src");
    }
}
