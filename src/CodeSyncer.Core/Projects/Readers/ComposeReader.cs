using CodeSyncer.Core.Projects.Formats;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Compose files (https://github.com/compose-spec/compose-spec). Environment and secrets are never taken.</summary>
internal sealed class ComposeReader : IManifestReader
{
    private const int MaxServices = 60;
    private const int MaxPorts = 10;

    private static readonly Dictionary<string, string> NoValues = [];

    public bool Reads(string name) =>
        (name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal))
        && (name.StartsWith("compose.", StringComparison.Ordinal) || name.StartsWith("docker-compose.", StringComparison.Ordinal)
            || name.StartsWith("docker-compose-", StringComparison.Ordinal));

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        var file = tree.File(path)!;
        stack.Tools.Add("Docker Compose");
        foreach (var (name, service) in file.Yaml()["services"].Members.OrderBy(service => service.Key, StringComparer.Ordinal).Take(MaxServices))
        {
            var image = service["image"].Text is { } named ? ImageName.Stable(VariableText.Expand(named, NoValues)) ?? named : null;
            var context = service["build"].Text ?? service["build"]["context"].Text;
            var build = context is null ? null : BuildOf(file.Folder, context, service["build"]["dockerfile"].Text ?? "Dockerfile", tree);
            var needs = service["depends_on"].Members.Keys.Concat(service["depends_on"].Texts).Concat(service["links"].Texts.Select(link => link.Split(':')[0]));
            stack.Services.Add(new ComposeService(path, name, image, build, [.. service["ports"].Items.Select(Port).OfType<string>().Distinct().Take(MaxPorts)],
                [.. needs.Distinct(StringComparer.Ordinal).OrderBy(need => need, StringComparer.Ordinal).Take(MaxServices)]));
        }
    }

    private static string? BuildOf(string folder, string context, string dockerfile, ManifestTree tree)
    {
        if (RepositoryPath.Resolve(folder, VariableText.Expand(context, NoValues)) is not { } path)
            return null;
        return RepositoryPath.Resolve(path, VariableText.Expand(dockerfile, NoValues)) is { } file && tree.Has(file) ? file : path;
    }

    /// <summary>In the short form, or in the long one written short.</summary>
    private static string? Port(ManifestValue port)
    {
        if (port.Text is { } text)
            return VariableText.Expand(text, NoValues);
        var target = port["target"].Text;
        return port["published"].Text is { } published ? $"{published}:{target}" : target;
    }
}
