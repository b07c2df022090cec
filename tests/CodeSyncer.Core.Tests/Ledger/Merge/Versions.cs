using CodeSyncer.Core.Ledger;
using CsCheck;

namespace CodeSyncer.Core.Tests.Ledger.Merge;

/// <summary>Versions of one bead that several clones made of one base.</summary>
internal static class Versions
{
    private static readonly string[] Keys = ["title", "description", "priority", "x-own"];

    public static readonly JsonFields Base = JsonFields.Parse("""
        {"id":"bd-a","title":"t","description":"d","status":"open","priority":2,"created_at":"2026-01-01T00:00:00Z","created_by":"kim","updated_at":"2026-01-01T00:00:00Z",
        "labels":["l0","l1"],"dependencies":[{"depends_on_id":"bd-0","type":"blocks","metadata":"{}","mine":1},{"depends_on_id":"bd-1","type":"related"}],
        "comments":[{"id":1,"author":"kim","text":"c","created_at":"2026-01-01T00:00:00Z"}],"x-own":{"a":[1.0]},"x-other":null}
        """);

    private static readonly Gen<Func<Bead, Bead>> Field =
        Gen.Select(Gen.OneOfConst(Keys), Gen.Int[0, 3]).Select((key, value) => (Func<Bead, Bead>)(bead => value == 0 ? bead.Without(key) : bead.With(key, $"v{value}")));

    private static readonly Gen<Func<Bead, Bead>> Label = Gen.Select(Gen.Int[0, 4], Gen.Bool).Select((i, add) =>
        (Func<Bead, Bead>)(bead => bead.With("labels", [.. add ? bead.Labels.Union([$"l{i}"]) : bead.Labels.Except([$"l{i}"])])));

    private static readonly Gen<Func<Bead, Bead>> Edge = Gen.Select(Gen.Int[0, 3], Gen.OneOfConst("blocks", "related"), Gen.Int[0, 2]).Select((i, type, what) =>
        (Func<Bead, Bead>)(bead =>
        {
            var left = bead.Dependencies.Where(edge => edge.Key != ($"bd-{i}", type)).Select(edge => edge.Raw).ToList();
            if (what > 0)
                left.Add(JsonFields.Empty.With("depends_on_id", $"bd-{i}").With("type", type).With("metadata", $"m{what}").ToCompact());
            return bead.WithElements("dependencies", left);
        }));

    private static readonly Gen<Func<Bead, Bead>> Comment = Gen.Select(Gen.Int[2, 4], Gen.OneOfConst("a", "b")).Select((id, text) =>
        (Func<Bead, Bead>)(bead => bead.WithElements("comments",
            [.. bead.Fields.Elements("comments"), JsonFields.Empty.With("id", id).With("author", "lee").With("text", text).ToCompact()])));

    private static readonly Gen<Func<Bead, Bead>> State = Gen.OneOfConst<Func<Bead, Bead>>(
        bead => bead.With("status", "closed").With("closed_at", "2026-02-01T00:00:00Z").With("close_reason", "done").Without("claim"),
        bead => bead.With("status", "in_progress").With("assignee", "kim").WithRaw("claim", new BeadClaim("kim", "/a", "s", "x").ToFields().ToCompact()).Without("closed_at", "close_reason"),
        bead => bead.With("status", "in_progress").With("assignee", "lee").WithRaw("claim", new BeadClaim("lee", "/b", "s", "x").ToFields().ToCompact()).Without("closed_at", "close_reason"),
        bead => bead.With("status", "open").Without("closed_at", "close_reason", "claim", "assignee"))
        .Select(edit => (Func<Bead, Bead>)(bead => bead.IsTombstone ? bead : edit(bead)));

    private static readonly Gen<Func<Bead, Bead>> Deletion = Gen.Const<Func<Bead, Bead>>(
        bead => bead.With("status", "tombstone").With("deleted_at", "2026-02-02T00:00:00Z").With("deleted_by", "lee").Without("closed_at", "claim"));

    private static Gen<JsonFields> Of(Gen<Func<Bead, Bead>> edit, int minute, int minutes) =>
        Gen.Select(edit.Array[0, 6], Gen.Int[minute, minutes]).Select((edits, at) => edits.Length == 0 ? Base
            : edits.Aggregate(new Bead(Base), (bead, next) => next(bead)).With("updated_at", $"2026-01-02T00:{at:00}:00Z").Fields);

    /// <summary>Any edits, often at the same minute.</summary>
    public static Gen<JsonFields> Any { get; } = Of(Gen.Frequency((4, Field), (3, Label), (3, Edge), (2, Comment), (3, State), (1, Deletion)), 0, 4);

    /// <summary>Edits of sets, comments and deletion only: here merging is associative.</summary>
    public static Gen<JsonFields> Sets { get; } = Of(Gen.Frequency((3, Label), (2, Comment), (3, EdgeOnly)), 0, 4);

    /// <summary>Edits of one and the same field.</summary>
    public static Gen<JsonFields> OneField(int minute) => Of(Gen.Int[0, 3].Select(value =>
        (Func<Bead, Bead>)(bead => value == 0 ? bead.Without("title") : bead.With("title", $"v{value}"))), minute, minute);

    public static Gen<JsonFields> States(int minute) => Of(Gen.Frequency((3, State), (1, Deletion)), minute, minute);

    /// <summary>Edges that come and go without changing in themselves.</summary>
    private static Gen<Func<Bead, Bead>> EdgeOnly => Gen.Select(Gen.Int[0, 3], Gen.Bool).Select((i, add) =>
        (Func<Bead, Bead>)(bead =>
        {
            var left = bead.Dependencies.Where(edge => edge.Key != ($"bd-{i}", "blocks")).Select(edge => edge.Raw).ToList();
            if (!add)
                return bead.WithElements("dependencies", left);
            return bead.Dependencies.Any(edge => edge.Key == ($"bd-{i}", "blocks")) ? bead
                : bead.WithElements("dependencies", [.. left, JsonFields.Empty.With("depends_on_id", $"bd-{i}").With("type", "blocks").ToCompact()]);
        }));
}
