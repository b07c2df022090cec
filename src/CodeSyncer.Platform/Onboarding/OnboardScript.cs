namespace CodeSyncer.Platform.Onboarding;

/// <summary>The script in the repository that a colleague runs once in a fresh clone: git wires no hooks when it clones.</summary>
internal sealed class OnboardScript(string root)
{
    public const string Name = ".codesyncer/onboard.ps1";

    public string Path { get; } = System.IO.Path.Combine(root, ".codesyncer", "onboard.ps1");

    public static byte[] Content()
    {
        using var stream = typeof(OnboardScript).Assembly.GetManifestResourceStream("onboard.ps1")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    public PlanStep Plan()
    {
        var content = Content();
        if (File.Exists(Path) && File.ReadAllBytes(Path).AsSpan().SequenceEqual(content))
            return PlanStep.Same(Name, "onboards a colleague's clone");
        return File.Exists(Path)
            ? PlanStep.Warning(Name, "is not the one that we would write (edited, or of another version): it stays as it is")
            : PlanStep.Of(Name, "onboards a colleague's clone: 'pwsh .codesyncer/onboard.ps1'", new WriteFile(Path, content));
    }
}
