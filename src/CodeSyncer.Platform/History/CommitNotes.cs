using System.Globalization;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.History;

/// <summary>Asks git for commits with their author, time and message.</summary>
internal static class CommitNotes
{
    private const string Format = "--format=%x1e%H%x1f%an%x1f%at%x1f%ai%x1f%s%x1f%b";

    /// <summary>The commits that a <c>git log</c> with these arguments shows, each with the rest of its message; none where git cannot answer.</summary>
    public static List<(CommitNote Note, string Body)> Log(GitRepository repository, params string[] arguments)
    {
        var output = repository.Git().TryText(["log", "--no-show-signature", "--no-notes", Format, .. arguments]);
        var notes = new List<(CommitNote, string)>();
        var shallow = ShallowCommits.Of(repository);
        foreach (var block in output?.Split('\u001e', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var fields = block.Split('\u001f');
            if (fields.Length < 6)
                continue;
            var zone = fields[3][(fields[3].LastIndexOf(' ') + 1)..];
            notes.Add((new CommitNote(fields[0].Trim(), fields[1], Blame.TimeOf(long.Parse(fields[2], CultureInfo.InvariantCulture), zone), fields[4]) { IsCut = shallow.Contains(fields[0].Trim()) }, fields[5]));
        }

        return notes;
    }
}
