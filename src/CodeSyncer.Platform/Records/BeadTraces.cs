using System.Globalization;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Records;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.History;
using CodeSyncer.Platform.Scopes;

namespace CodeSyncer.Platform.Records;

/// <summary>Finds a bead in the repositories of a scope.</summary>
public static class BeadTraces
{
    private const int MostCommits = 10;

    /// <summary>A trace a rig that has one.</summary>
    public static IReadOnlyList<BeadTrace> Of(TownScope scope, Bead bead, CancellationToken cancel = default)
    {
        List<string> names = [bead.Id];
        // A bare number would be found everywhere.
        if (bead.Fields.String("external_ref") is { Length: > 2 } external && !external.All(char.IsDigit))
            names.Add(external);
        return [.. scope.Read(rig => Of(rig, names), cancel).Where(trace => !trace.IsEmpty)];
    }

    private static BeadTrace Of(RigWorkspace rig, List<string> names)
    {
        var repository = rig.Workspace.Repository;
        bool Names(string text) => names.Any(name => BeadMentions.Names(text, name));
        var tags = repository.WorkTree is null ? [] : new ContextReader(rig.Workspace).FromIndex().Tags
            .Where(tag => tag.Kind == TagKind.Work ? names.Contains(tag.Id, StringComparer.OrdinalIgnoreCase) || Names(tag.Text) : Names(tag.Text) || (tag.Note is not null && Names(tag.Note))).ToList();
        var branches = (repository.Git().TryText("for-each-ref", "--format=%(refname:short)", "refs/heads/", "refs/remotes/") ?? "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(Names).ToList();
        List<string> arguments = ["--branches", "--remotes", "-i", "--fixed-strings", $"-{(3 * MostCommits).ToString(CultureInfo.InvariantCulture)}"];
        arguments.AddRange(names.Select(name => "--grep=" + name));
        var commits = CommitNotes.Log(repository, [.. arguments, "--"]).Where(commit => Names(commit.Note.Subject) || Names(commit.Body)).Select(commit => commit.Note).Take(MostCommits).ToList();
        return new BeadTrace(rig.Rig, tags, branches, commits);
    }
}
