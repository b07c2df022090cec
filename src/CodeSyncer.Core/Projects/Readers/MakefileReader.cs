using System.Text.RegularExpressions;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>The targets of a Makefile that a newcomer looks for.</summary>
internal sealed partial class MakefileReader : IManifestReader
{
    private static readonly (string Target, CommandPurpose Purpose)[] Known =
    [
        ("install", CommandPurpose.Install), ("setup", CommandPurpose.Install), ("deps", CommandPurpose.Install), ("bootstrap", CommandPurpose.Install),
        ("all", CommandPurpose.Build), ("build", CommandPurpose.Build), ("test", CommandPurpose.Test), ("tests", CommandPurpose.Test),
        ("check", CommandPurpose.Test), ("e2e", CommandPurpose.Test), ("run", CommandPurpose.Run), ("dev", CommandPurpose.Run),
        ("serve", CommandPurpose.Run), ("start", CommandPurpose.Run), ("lint", CommandPurpose.Check), ("fmt", CommandPurpose.Check),
        ("format", CommandPurpose.Check), ("vet", CommandPurpose.Check),
    ];

    public bool Reads(string name) => name is "Makefile" or "makefile" or "GNUmakefile";

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var file = tree.File(path)!;
        var targets = Target().Matches(file.Text).SelectMany(match => match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.Ordinal);
        var makefile = new BuildRootDraft(Ecosystem.Make, "Makefile", path) { Note = file.Note };
        foreach (var (target, purpose) in Known)
        {
            if (targets.Contains(target) && (target != "all" || !targets.Contains("build")))
                makefile.Defines(purpose, $"make {target}");
        }

        if (makefile.Commands.Count == 0)
            return;
        stack.Tools.Add("Make");
        stack.BuildRoots.Add(makefile);
    }

    /// <summary>A rule at the line's start; an assignment such as <c>:=</c> is none.</summary>
    [GeneratedRegex(@"^([A-Za-z0-9_.][A-Za-z0-9_./ -]{0,200})::?(?!=)", RegexOptions.Multiline)]
    private static partial Regex Target();
}
