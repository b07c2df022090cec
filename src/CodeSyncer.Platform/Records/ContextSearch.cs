using System.Text;
using CodeSyncer.Core.Context;
using CodeSyncer.Core.Endpoints;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Mail;
using CodeSyncer.Core.Records;
using CodeSyncer.Core.Source;
using CodeSyncer.Core.Tags;
using CodeSyncer.Core.Text;
using CodeSyncer.Core.Town;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Endpoints;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Scopes;

namespace CodeSyncer.Platform.Records;

/// <summary>Finds words in tags, beads, mails, handoffs, endpoints and headings of Markdown documents, over all repositories of a scope.</summary>
public sealed class ContextSearch(TownScope scope)
{
    public static readonly IReadOnlyList<string> ItemKinds = ["bead", "mail", "handoff", "endpoint", "heading"];

    private const int LineWidth = 160;

    /// <summary>The best first.</summary>
    /// <param name="kinds">Kinds of tags, or some of <see cref="ItemKinds"/>; none: all.</param>
    /// <param name="most">0: all.</param>
    /// <exception cref="CodeSyncerException">There is no word to find, or nothing is of such a kind.</exception>
    public IReadOnlyList<SearchHit> Find(string words, IReadOnlyCollection<string> kinds, int most, CancellationToken cancel = default)
    {
        if (SearchWords.ForQuery(words) is not { } query)
            throw RecordErrors.NothingToFind();
        var items = scope.Read(rig => OfRepository(rig, cancel), cancel).SelectMany(all => all).Concat(OfEndpoints(cancel)).Concat(OfLedger()).ToList();
        List<string> known = [.. TagKind.All, .. ItemKinds];
        if (kinds.FirstOrDefault(kind => !known.Contains(kind) && !items.Exists(item => item.Kind == kind)) is { } unknown)
            throw RecordErrors.UnknownItemKind(unknown, NearestWord.Of(unknown, known), known);
        var file = scope.Town is null ? Path.Combine(scope.Rigs[0].Workspace.Paths.Cache, "find.db") : Path.Combine(scope.Town, TownLayout.Folder, "cache", "find.db");
        var asked = SearchWords.In(words).ToList();
        return [.. new SearchDatabase(file).Find(items, query, kinds, most).Select(found => HitOf(found.Item, asked, found.Score))];
    }

    private static List<SearchItem> OfRepository(RigWorkspace rig, CancellationToken cancel)
    {
        var items = new List<SearchItem>();
        foreach (var tag in new TagReader(rig.Workspace).Read(new TagQuery(), null, cancel))
            items.Add(new SearchItem(tag.Kind, rig.Rig, tag.Path, tag.Line, tag.EndLine, tag.Text, string.Join('\n', new[] { tag.HasExplicitId ? tag.Id : null, tag.Note, tag.By, tag.Anchor }.Where(part => part is not null))));
        var own = OwnPaths.Documents.Concat(TownDocuments.Names).Select(name => $"{OwnPaths.Folder}/{name}").ToHashSet(StringComparer.Ordinal);
        var (files, documents) = new ContentFacts(rig.Workspace, "headings.bin", 2, path => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !own.Contains(path), HeadingsOf).FromWorkTree(cancel);
        var filter = new ContextReader(rig.Workspace).FilterOf(files);
        foreach (var (path, facts) in documents.Where(document => !filter.Excludes(document.Path)))
            items.AddRange(Headings(rig.Rig, path, facts));
        return items;
    }

    /// <summary>As <c>endpoints</c> lists them: what a description and the code both say is one.</summary>
    private IEnumerable<SearchItem> OfEndpoints(CancellationToken cancel)
    {
        var all = scope.Read(rig => new EndpointReader(rig.Workspace).FromWorkTree(rig.Rig, cancel), cancel);
        return new EndpointMap(all.SelectMany(rig => rig.Endpoints), [], [.. all.SelectMany(rig => rig.Services)]).Endpoints
            .Select(endpoint => new SearchItem("endpoint", endpoint.Rig, endpoint.Path, endpoint.Line, endpoint.Line, $"{endpoint.Method} {endpoint.Template}", $"{endpoint.Framework} {endpoint.Request} {endpoint.Response}"));
    }

    /// <summary>Without what we have written ourselves: documents that were published, the block in AGENTS.md.</summary>
    private static byte[] HeadingsOf(string path, ReadOnlySpan<byte> content)
    {
        if (DocumentSeal.Check(content) != SealState.Foreign)
            return [];
        var own = OwnBlockIn(content);
        if (!SourceText.TryDecode(content, out var text) || !text.Contains('#') && !text.Contains("\n=", StringComparison.Ordinal) && !text.Contains("\n-", StringComparison.Ordinal))
            return [];
        var lines = MarkdownHeadings.In(text).Where(heading => heading.Heading.Length > 0 && (heading.Line < own.First || heading.Line > own.Last))
            .Select(heading => $"{heading.Line}\u001f{heading.Heading}\u001f{heading.Text}");
        return Encoding.UTF8.GetBytes(string.Join('\u001e', lines));
    }

    /// <summary>The 1-based lines of our block; 0, 0: there is none. (or its markers are broken).</summary>
    private static (int First, int Last) OwnBlockIn(ReadOnlySpan<byte> content)
    {
        try
        {
            return AgentsBlock.Block.Find(content, "") is not { } place ? (0, 0)
                : (content[..place.Start].Count((byte)'\n') + 1, content[..place.End].Count((byte)'\n') + 1);
        }
        catch (CodeSyncerException)
        {
            return (0, 0);
        }
    }

    private static IEnumerable<SearchItem> Headings(string rig, string path, ReadOnlyMemory<byte> facts)
    {
        foreach (var heading in Encoding.UTF8.GetString(facts.Span).Split('\u001e', StringSplitOptions.RemoveEmptyEntries))
        {
            if (heading.Split('\u001f') is [var number, var title, var text] && int.TryParse(number, out var line))
                yield return new SearchItem("heading", rig, path, line, line, title, text);
        }
    }

    private List<SearchItem> OfLedger()
    {
        var place = scope.Town is null ? LedgerPlace.Of(scope.Rigs[0].Workspace.Repository) : LedgerPlace.OfTown(scope.Town);
        if (!place.Exists)
            return [];
        using var store = place.Open();
        var index = store.Index();
        var items = new List<SearchItem>();
        foreach (var bead in index.Items(LedgerPath.Beads).Select(fields => new Bead(fields)).Where(bead => bead.Status != BeadStatus.Tombstone))
        {
            items.Add(new SearchItem("bead", bead.Fields.String("rig") ?? "", bead.Id, 0, 0, bead.Title, string.Join('\n', new[] { bead.Id, bead.Description, bead.Fields.String("design"), bead.Fields.String("acceptance_criteria"), bead.Fields.String("notes"), bead.Fields.String("external_ref") }
                .Concat(bead.Labels).Concat(bead.Comments.Select(comment => comment.Text)).Where(text => !string.IsNullOrEmpty(text)))));
        }

        foreach (var mail in index.Items(LedgerPath.MailKind).Select(fields => new Message(fields)))
            items.Add(new SearchItem("mail", "", mail.Id, 0, 0, mail.Subject, $"{mail.Body}\n{mail.From} → {mail.To}"));
        foreach (var handoff in index.Items(LedgerPath.Handoffs).Select(fields => new Handoff(fields)).Where(handoff => handoff.Message is not null))
            items.Add(new SearchItem("handoff", "", handoff.Id, 0, 0, handoff.Message!, $"{handoff.Agent} {handoff.Branch} {handoff.Bead} {handoff.Step}"));
        return items;
    }

    private static SearchHit HitOf(SearchItem item, List<string> asked, double score)
    {
        var isInTitle = FoundLine.HoldsAll(item.Title, asked);
        var around = isInTitle ? null : FoundLine.Around(item.Title, item.Text, asked, LineWidth);
        return new SearchHit(item, around ?? FoundLine.Cut(item.Title.Split('\n')[0], 0, LineWidth), around is null, score);
    }
}
