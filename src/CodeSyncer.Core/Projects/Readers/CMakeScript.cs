namespace CodeSyncer.Core.Projects.Readers;

/// <summary>What one CMakeLists.txt declares. Variables are followed only where they are set in the file itself.</summary>
internal sealed class CMakeScript
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CMakeTarget> _targets = new(StringComparer.Ordinal);

    /// <param name="above">The arguments of the <c>project</c> command that holds here unless the file has its own.</param>
    public CMakeScript(ManifestFile file, List<string>? above)
    {
        if (above is not null)
            TakeProject(above);
        foreach (var (name, arguments) in CMakeText.Parse(file.Text))
        {
            if (arguments.Count > 0)
                Take(name, [.. arguments.Select(Expand)]);
        }
    }

    public IReadOnlyCollection<CMakeTarget> Targets => _targets.Values;

    public SortedSet<string> Languages { get; } = new(StringComparer.Ordinal);

    public List<string> FoundPackages { get; } = [];

    /// <summary>Such as <c>C++17</c>.</summary>
    public SortedSet<string> Standards { get; } = new(StringComparer.Ordinal);

    public bool HasTests { get; private set; }

    /// <summary>The arguments of the file's <c>project</c> command, or null.</summary>
    public static List<string>? ProjectOf(string text) =>
        CMakeText.Parse(text).FirstOrDefault(command => command.Name == "project" && command.Arguments.Count > 0).Arguments;

    private void Take(string command, List<string> arguments)
    {
        switch (command)
        {
            case "project":
                TakeProject(arguments);
                break;
            case "set" when arguments.Count > 1:
                TakeVariable(arguments);
                break;
            case "add_executable" or "add_library" when arguments.Count > 1:
                TakeTarget(arguments, command == "add_executable");
                break;
            case "target_link_libraries" when _targets.TryGetValue(arguments[0], out var target):
                target.Links.AddRange(arguments.Skip(1).Where(link => link is not ("PUBLIC" or "PRIVATE" or "INTERFACE")));
                break;
            case "find_package":
                FoundPackages.Add(arguments[0]);
                break;
            case "enable_testing":
                HasTests = true;
                break;
            case "include" when arguments[0] == "CTest":
                HasTests = true;
                break;
            case "add_test" or "gtest_discover_tests" or "catch_discover_tests":
                HasTests = true;
                foreach (var argument in arguments)
                {
                    if (_targets.TryGetValue(argument, out var tested))
                        tested.IsTest = true;
                }

                break;
        }
    }

    private void TakeProject(List<string> arguments)
    {
        _variables["PROJECT_NAME"] = arguments[0];
        _variables["CMAKE_PROJECT_NAME"] = arguments[0];
        foreach (var argument in arguments.Skip(1))
        {
            if (LanguageOf(argument) is { } language)
                Languages.Add(language);
        }

        // Without a word about languages CMake enables these two.
        if (Languages.Count == 0 && !arguments.Contains("NONE"))
            Languages.UnionWith(["C", "C++"]);
    }

    private static string? LanguageOf(string argument) => argument switch
    {
        "C" => "C",
        "CXX" => "C++",
        "CUDA" => "CUDA",
        "Fortran" => "Fortran",
        "OBJC" => "Objective-C",
        "Swift" => "Swift",
        _ => null,
    };

    private void TakeVariable(List<string> arguments)
    {
        _variables.TryAdd(arguments[0], arguments[1]);
        if (arguments[0] is "CMAKE_CXX_STANDARD" or "CMAKE_C_STANDARD" && arguments[1].All(char.IsAsciiDigit))
            Standards.Add((arguments[0] == "CMAKE_CXX_STANDARD" ? "C++" : "C") + arguments[1]);
    }

    private void TakeTarget(List<string> arguments, bool isExecutable)
    {
        if (arguments.Contains("ALIAS") || arguments.Contains("IMPORTED") || arguments[0].Contains('$'))
            return;
        var target = new CMakeTarget(arguments[0], isExecutable);
        if (isExecutable)
            target.MainSources.AddRange(arguments.Skip(1).Where(source => RepositoryPath.NameOf(source) is "main.c" or "main.cc" or "main.cpp" or "main.cxx"));
        _targets.TryAdd(target.Name, target);
    }

    /// <summary>Once, for a text that is one variable or holds one.</summary>
    private string Expand(string text)
    {
        var open = text.IndexOf("${", StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf('}', open);
        return close > 0 && _variables.TryGetValue(text[(open + 2)..close], out var value) && value.Length < 200
            ? string.Concat(text.AsSpan(0, open), value, text.AsSpan(close + 1))
            : text;
    }
}
