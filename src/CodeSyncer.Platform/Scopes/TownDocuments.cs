using CodeSyncer.Core.Context;
using CodeSyncer.Core.Context.Town;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Projects;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Configuration;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Files;

namespace CodeSyncer.Platform.Scopes;

/// <summary>The documents of a town, in its own folder. As in a work tree: what a person wrote or edited is left alone.</summary>
public sealed class TownDocuments(TownScope asked)
{
    public static readonly IReadOnlyList<string> Names = [ProjectsDocument.Name, EndpointsDocument.Name];

    private readonly string _folder = Path.Combine(asked.Town!, TownLayout.Folder);

    /// <summary>Writes each one that differs, or only compares.</summary>
    public IReadOnlyList<DocumentResult> Write(bool check = false, CancellationToken cancel = default)
    {
        // As the rigs stand now, and not as the one work tree stands in which somebody asks.
        var scope = asked.OfClones();
        var (map, _) = ScopeEndpoints.Read(scope, cancel);
        var settings = TownFiles.Read(asked.Town!);
        var stacks = scope.Read(rig => (rig.Rig, Stack: new ContextReader(rig.Workspace).ReadStack()), cancel).ToDictionary(rig => rig.Rig, rig => rig.Stack, StringComparer.Ordinal);
        var rigs = settings.Rigs.OrderBy(rig => rig.Name, StringComparer.Ordinal)
            .Select(rig => new TownProject(rig.Name, Path.IsPathRooted(rig.Path) ? null : rig.Path, stacks.GetValueOrDefault(rig.Name))).ToList();
        return [Write(ProjectsDocument.Name, ProjectsDocument.Render(settings.Name, rigs, map), check), Write(EndpointsDocument.Name, EndpointsDocument.Render(settings.Name, rigs, map), check)];
    }

    /// <summary>Deletes those that are still as we wrote them.</summary>
    public static IReadOnlyList<string> RemoveIntact(string town)
    {
        var removed = new List<string>();
        foreach (var path in Names.Select(name => Path.Combine(town, TownLayout.Folder, name)))
        {
            if (!File.Exists(path) || new FileInfo(path).LinkTarget is not null || DocumentSeal.Check(File.ReadAllBytes(path)) != SealState.Intact)
                continue;
            File.Delete(path);
            removed.Add(path);
        }

        return removed;
    }

    private DocumentResult Write(string name, string body, bool check)
    {
        var path = Path.Combine(_folder, name);
        var content = DocumentSeal.Seal(body);
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
            return new DocumentResult(name, path, DocumentState.Skipped, content.Length, "it is a link, and links are not followed; make it a file");
        var old = file.Exists ? File.ReadAllBytes(path) : null;
        if (old is not null && DocumentSeal.Check(old) is var state and not SealState.Intact)
            return new DocumentResult(name, path, DocumentState.Skipped, content.Length, state == SealState.Edited ? "it was edited by hand; move it away to let it be generated" : "a file of that name is not ours; move it away");
        if (old is not null && old.AsSpan().SequenceEqual(content))
            return new DocumentResult(name, path, DocumentState.Unchanged, content.Length);
        if (!check)
            AtomicFile.Write(path, content);
        return new DocumentResult(name, path, check ? DocumentState.Stale : DocumentState.Written, content.Length);
    }
}
