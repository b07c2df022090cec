using System.Text.Json;

namespace CodeSyncer.Core.Projects.Readers;

/// <summary>Dockerfiles (https://docs.docker.com/reference/dockerfile): what the last stage stands on, exposes and starts.</summary>
internal sealed class DockerfileReader : IManifestReader
{
    public bool Reads(string name) => name is "Dockerfile" or "Containerfile"
        || name.StartsWith("Dockerfile.", StringComparison.Ordinal) || name.EndsWith(".Dockerfile", StringComparison.OrdinalIgnoreCase);

    public void Read(string path, ManifestTree tree, StackDraft stack)
    {
        stack.Tools.Add("Docker");
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        var stages = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var ports = new SortedSet<string>(StringComparer.Ordinal);
        string? image = null, entry = null, command = null;
        foreach (var (verb, rest) in Instructions(tree.File(path)!.Text))
        {
            switch (verb)
            {
                case "ARG":
                    TakeArgument(rest, arguments);
                    break;
                case "FROM":
                    image = TakeStage(VariableText.Expand(rest, arguments), stages);
                    ports.Clear();
                    entry = command = null;
                    break;
                case "EXPOSE":
                    ports.UnionWith(rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(port => VariableText.Expand(port, arguments)).Take(20));
                    break;
                case "ENTRYPOINT":
                    entry = Words(rest);
                    break;
                case "CMD":
                    command = Words(rest);
                    break;
            }
        }

        var starts = string.Join(' ', new[] { entry, command }.Where(each => !string.IsNullOrEmpty(each)));
        stack.Images.Add(new ContainerImage(path, image, [.. ports], starts.Length == 0 ? null : starts));
    }

    /// <summary>Instructions in upper case, continued lines joined.</summary>
    private static IEnumerable<(string Verb, string Text)> Instructions(string text)
    {
        var pending = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var content = line.Trim();
            if (content.Length == 0 || content[0] == '#')
                continue;
            pending.Add(content.TrimEnd('\\').TrimEnd());
            if (content[^1] == '\\')
                continue;
            var parts = string.Join(' ', pending).Split(' ', 2, StringSplitOptions.TrimEntries);
            pending.Clear();
            yield return (parts[0].ToUpperInvariant(), parts.Length > 1 ? parts[1] : "");
        }
    }

    private static void TakeArgument(string rest, Dictionary<string, string> arguments)
    {
        var split = rest.IndexOf('=');
        if (split > 0)
            arguments.TryAdd(rest[..split].Trim(), rest[(split + 1)..].Trim().Trim('"', '\''));
    }

    /// <summary>The image of a stage, or that of the earlier stage which it goes on from.</summary>
    private static string? TakeStage(string rest, Dictionary<string, string?> stages)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !word.StartsWith("--", StringComparison.Ordinal)).ToArray();
        if (words.Length == 0)
            return null;
        var image = stages.TryGetValue(words[0], out var earlier) ? earlier : ImageName.Stable(words[0]);
        if (words.Length > 2 && words[1].Equals("as", StringComparison.OrdinalIgnoreCase))
            stages[words[2]] = image;
        return image;
    }

    /// <summary>A command in the form of a JSON list, or as it is.</summary>
    private static string Words(string rest)
    {
        if (!rest.StartsWith('['))
            return rest;
        try
        {
            using var list = JsonDocument.Parse(rest);
            return string.Join(' ', list.RootElement.EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString()));
        }
        catch (JsonException)
        {
            return rest;
        }
    }
}
