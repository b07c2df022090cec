using System.Text.RegularExpressions;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Ruby projects: a gemspec makes a gem, a Gemfile alone an application. Both are programs; their common lines are read.</summary>
internal sealed partial class RubyReader : IManifestReader
{
    public bool Reads(string name) => name == "Gemfile" || name.EndsWith(".gemspec", StringComparison.Ordinal);

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var file = tree.File(path)!;
        stack.Tools.Add("Bundler");
        var isGem = file.Name != "Gemfile";
        if (!isGem && tree.Paths.Any(each => each.EndsWith(".gemspec", StringComparison.Ordinal) && RepositoryPath.FolderOf(each) == file.Folder))
            return;
        var name = isGem ? file.Name[..file.Name.LastIndexOf('.')] : "";
        var project = new ProjectDraft(Ecosystem.Ruby, path, isGem ? Field(file.Text, "name") ?? name : name) { Note = file.Note };
        project.Languages.Add("Ruby");
        AddGems(file.Text, project);
        if (isGem)
        {
            project.Description = Field(file.Text, "summary");
            foreach (var command in Executables().Match(file.Text).Groups[1].Value.Split([' ', ',', '"', '\''], StringSplitOptions.RemoveEmptyEntries))
                project.Start(command, null);
            if (project.EntryPoints.Count > 0)
                project.Kind = ProjectKind.CommandLineTool;
            if (tree.File(RepositoryPath.Join(file.Folder, "Gemfile")) is { } gemfile)
                AddGems(gemfile.Text, project);
        }
        else
        {
            project.Kind = project.Packages.Has("Rails") || project.Packages.Has("Sinatra") || project.Packages.Has("Hanami")
                ? ProjectKind.WebApplication
                : ProjectKind.Application;
        }

        AddCommands(project, tree);
        stack.Projects.Add(project);
    }

    private static void AddGems(string text, ProjectDraft project)
    {
        foreach (Match gem in Gem().Matches(text))
        {
            project.Packages.Add(gem.Groups[1].Value, gem.Groups[2].Value);
            project.ReferToName(gem.Groups[1].Value);
            if (gem.Groups[3].Success)
                project.ReferTo(RepositoryPath.Resolve(project.Folder, gem.Groups[3].Value));
        }

        if (RubyVersion().Match(text) is { Success: true } match && VersionText.MajorMinor(match.Groups[1].Value) is { } version)
            project.Runtimes.Add($"Ruby {version}");
    }

    private static void AddCommands(ProjectDraft project, ManifestTree tree)
    {
        project.Offers(CommandPurpose.Install, "bundle install");
        var rack = RepositoryPath.Join(project.Folder, "config.ru");
        if (tree.Has(rack))
            project.Start(null, rack);
        if (project.Packages.Has("RSpec"))
            project.Offers(CommandPurpose.Test, "bundle exec rspec");
        else if (project.Packages.Has("Rails"))
            project.Offers(CommandPurpose.Test, "bin/rails test");
        else if (tree.Has(project.Folder, "Rakefile"))
            project.Offers(CommandPurpose.Test, "bundle exec rake test");
        if (project.Packages.Has("Rails") && project.Kind == ProjectKind.WebApplication)
            project.Offers(CommandPurpose.Run, "bin/rails server");
    }

    private static string? Field(string text, string field)
    {
        foreach (Match match in StringField().Matches(text))
        {
            if (match.Groups[1].Value == field)
                return match.Groups[2].Value;
        }

        return null;
    }

    [GeneratedRegex("""^[ \t]{0,20}\w+\.(name|summary)[ \t]{0,20}=[ \t]{0,20}["']([^"'\n]*)["']""", RegexOptions.Multiline)]
    private static partial Regex StringField();

    [GeneratedRegex("""^[ \t]{0,20}(?:gem|\w+\.add(?:_runtime|_development)?_dependency)[ \t]{0,20}\(?[ \t]{0,20}["']([\w.-]+)["'](?:[ \t]{0,20},[ \t]{0,20}["']([^"'\n]*)["'])?(?:[^\n#]*?\bpath:[ \t]{0,20}["']([^"'\n]*)["'])?""", RegexOptions.Multiline)]
    private static partial Regex Gem();

    [GeneratedRegex("""^[ \t]{0,20}(?:ruby|\w+\.required_ruby_version[ \t]{0,20}=)[ \t]{0,20}\(?[ \t]{0,20}(?:Gem::Requirement\.new[ \t]{0,20}\(?[ \t]{0,20})?["']([^"'\n]*)["']""", RegexOptions.Multiline)]
    private static partial Regex RubyVersion();

    [GeneratedRegex("""^[ \t]{0,20}\w+\.executables[ \t]{0,20}=[ \t]{0,20}(?:%w)?[\[(]([^\])\n]*)""", RegexOptions.Multiline)]
    private static partial Regex Executables();
}
