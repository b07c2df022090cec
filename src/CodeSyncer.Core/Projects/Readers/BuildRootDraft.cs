namespace CodeSyncer.Core.Projects.Readers;

/// <summary>A solution, workspace or Makefile while it is read.</summary>
internal sealed class BuildRootDraft(Ecosystem ecosystem, string title, string manifest)
{
    private const int MaxCommands = 50;

    public Ecosystem Ecosystem => ecosystem;

    public string Title => title;

    public string Manifest => manifest;

    public string Folder { get; init; } = RepositoryPath.FolderOf(manifest);

    public string? Note { get; set; }

    public SortedSet<string> Languages { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Runtimes { get; } = new(StringComparer.Ordinal);

    public List<ProjectCommand> Commands { get; } = [];

    public PackageSet Packages { get; } = new(ecosystem);

    public void Defines(CommandPurpose purpose, string text) => Add(new ProjectCommand(purpose, text, true));

    public void Offers(CommandPurpose purpose, string text) => Add(new ProjectCommand(purpose, text, false));

    private void Add(ProjectCommand command)
    {
        if (Commands.Count < MaxCommands && !Commands.Contains(command))
            Commands.Add(command);
    }
}
