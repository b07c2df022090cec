using System.Text.RegularExpressions;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>The settings of a Gradle build: which folders are its projects.</summary>
internal sealed partial class GradleSettingsReader : IManifestReader
{
    public bool Reads(string name) => name is "settings.gradle" or "settings.gradle.kts";

    /// <summary>The names in <c>include(...)</c>.</summary>
    public static List<string> Includes(string text) =>
        [.. Include().Matches(text).SelectMany(match => Quoted().Matches(match.Groups[1].Value)).Select(match => match.Groups[1].Value)];

    public static string? RootName(string text) => RootProject().Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var file = tree.File(path)!;
        stack.Tools.Add("Gradle");
        if (Includes(file.Text).Count == 0 && file.Note is null)
            return;
        var build = new BuildRootDraft(Ecosystem.Jvm, "Gradle build", path) { Note = file.Note };
        var gradle = tree.Has(file.Folder, "gradlew") ? "./gradlew" : "gradle";
        build.Offers(CommandPurpose.Build, $"{gradle} build");
        build.Offers(CommandPurpose.Test, $"{gradle} test");
        stack.BuildRoots.Add(build);
    }

    [GeneratedRegex("""^\s{0,20}include\b\s{0,20}\(?((?:\s{0,20}["'][^"'\n]+["']\s{0,20},?)+)""", RegexOptions.Multiline)]
    private static partial Regex Include();

    [GeneratedRegex("""["']([^"'\n]+)["']""")]
    private static partial Regex Quoted();

    [GeneratedRegex("""rootProject\.name\s{0,20}=\s{0,20}["']([^"'\n]+)["']""")]
    private static partial Regex RootProject();
}
