using System.Text;
using System.Text.Json;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Merge;
using CsCheck;

namespace CodeSyncer.Core.Tests.Ledger.Merge;

public class LedgerMergePropertyTests
{
    private static readonly Gen<JsonFields?> AnyBase = Gen.Bool.Select(has => has ? Versions.Base : null);

    [Fact]
    public void Merging_is_commutative_to_the_byte() =>
        Gen.Select(AnyBase, Versions.Any, Versions.Any).Sample((b, left, right) => Merge(b, left, right).Equals(Merge(b, right, left)));

    [Fact]
    public void Merging_is_idempotent() =>
        Gen.Select(AnyBase, Versions.Any, Versions.Any).Sample((b, left, right) =>
        {
            var merged = Merge(b, left, right);
            return Merge(b, left, left).Equals(left) && Same(Merge(b, merged, left), merged) && Same(Merge(b, right, merged), merged)
                && Merge(left, merged, left).Equals(merged);
        });

    [Fact]
    public void A_side_that_did_nothing_changes_nothing() =>
        Versions.Any.Sample(side => Merge(Versions.Base, side, Versions.Base).Equals(side) && Merge(Versions.Base, Versions.Base, side).Equals(side));

    [Fact]
    public void Merging_sets_and_comments_is_associative() =>
        Gen.Select(Versions.Sets, Versions.Sets, Versions.Sets).Sample((a, b, c) =>
            Same(Merge(Versions.Base, Merge(Versions.Base, a, b), c), Merge(Versions.Base, a, Merge(Versions.Base, b, c))));

    [Fact]
    public void Merging_one_field_is_associative_and_the_history_knows_every_other_value() =>
        Gen.Select(Versions.OneField(1), Versions.OneField(2), Versions.OneField(3)).SelectMany(sides => Gen.Shuffle(new[] { sides.Item1, sides.Item2, sides.Item3 })).Sample(sides =>
            Titles(Merge(Versions.Base, Merge(Versions.Base, sides[0], sides[1]), sides[2]))
                == Titles(Merge(Versions.Base, sides[0], Merge(Versions.Base, sides[1], sides[2]))));

    [Fact]
    public void The_state_of_three_sides_does_not_depend_on_the_order() =>
        Gen.Select(Versions.States(1), Versions.States(2), Versions.States(3)).Sample((a, b, c) =>
            State(Merge(Versions.Base, Merge(Versions.Base, a, b), c)) == State(Merge(Versions.Base, a, Merge(Versions.Base, b, c))));

    [Fact]
    public void No_comment_no_new_edge_and_no_new_label_is_lost() =>
        Gen.Select(AnyBase, Versions.Any, Versions.Any).Sample((b, left, right) =>
        {
            var merged = new Bead(Merge(b, left, right));
            var before = new Bead(b ?? JsonFields.Empty);
            var (one, other) = (new Bead(left), new Bead(right));
            Assert.Empty(Texts(one).Concat(Texts(other)).Except(Texts(merged)));
            Assert.Empty(Keys(one).Concat(Keys(other)).Except(Keys(before)).Except(Keys(merged)));
            Assert.Empty(Keys(one).Intersect(Keys(other)).Except(Keys(merged)));
            Assert.Empty(one.Labels.Concat(other.Labels).Except(before.Labels).Except(merged.Labels));
            Assert.Empty(Keys(merged).Except(Keys(one).Concat(Keys(other))));
        });

    [Fact]
    public void Every_value_that_a_side_set_is_there_or_in_the_history() =>
        Gen.Select(AnyBase, Versions.Any, Versions.Any).Sample((b, left, right) =>
        {
            var merged = Merge(b, left, right);
            var history = merged.Objects("history").Select(entry => new HistoryEntry(entry)).ToList();
            foreach (var side in new[] { left, right })
            {
                foreach (var field in side.Fields.Where(field => field.Key is not ("updated_at" or "labels" or "dependencies" or "comments")))
                {
                    var raw = Encoding.UTF8.GetString(field.Raw.Span);
                    Assert.True(IsRaw(b?.Raw(field.Key), raw) || IsRaw(merged.Raw(field.Key), raw)
                        || history.Any(entry => entry.Field == field.Key && Encoding.UTF8.GetString(entry.Value.Span) == raw), $"{field.Key} {raw}");
                }

                var kept = new Bead(merged).Dependencies.Select(edge => edge.Fields.ToString()).Concat(history.Where(entry => entry.Field == "dependencies").Select(entry => Encoding.UTF8.GetString(entry.Value.Span)))
                    .Concat(new Bead(b ?? JsonFields.Empty).Dependencies.Select(edge => edge.Fields.ToString()));
                Assert.Empty(new Bead(side).Dependencies.Select(edge => edge.Fields.ToString()).Except(kept));
            }
        });

    [Fact]
    public void The_invariants_of_a_bead_hold_after_any_merge() =>
        Gen.Select(AnyBase, Versions.Any, Versions.Any).Sample((b, left, right) =>
        {
            var bead = new Bead(Merge(b, left, right));
            return bead.IsClosed == bead.ClosedAt.HasValue && bead.IsTombstone == bead.Fields.Has("deleted_at")
                && (bead.Claim is null || (bead.Claim.Agent == bead.Assignee && bead.Status == "in_progress"));
        });

    [Fact]
    public void A_deletion_is_never_undone_and_never_spreads() =>
        Gen.Select(AnyBase, Versions.Any, Versions.Any).Sample((b, left, right) =>
            new Bead(Merge(b, left, right)).IsTombstone == (new Bead(left).IsTombstone || new Bead(right).IsTombstone));

    private static JsonFields Merge(JsonFields? b, JsonFields left, JsonFields right) => LedgerMerge.Merge(b, left, right)!;

    /// <summary>The title that stands, and the other ones that the history knows.</summary>
    private static string Titles(JsonFields item) => item.String("title") + " but " + string.Join(',', item.Objects("history").Select(entry => entry.String("value"))
        .Where(title => title != item.String("title")).Distinct().Order(StringComparer.Ordinal));

    private static bool IsRaw(ReadOnlyMemory<byte>? raw, string text) => raw is { } some && Encoding.UTF8.GetString(some.Span) == text;

    private static IEnumerable<string> Texts(Bead bead) => bead.Comments.Select(comment => comment.Id + comment.Text);

    private static IEnumerable<(string, string)> Keys(Bead bead) => bead.Dependencies.Select(edge => edge.Key);

    private static string State(JsonFields item) => string.Join('|', new[] { "status", "assignee", "claim", "closed_at", "close_reason", "deleted_at", "deleted_by" }
        .Select(key => item.Raw(key) is { } raw ? Encoding.UTF8.GetString(raw.Span) : ""));

    /// <summary>The same fields, whatever the order of keys and of the entries of sets.</summary>
    private static bool Same(JsonFields left, JsonFields right) => Canonical(left) == Canonical(right);

    private static string Canonical(JsonFields item) => string.Join('\n', item.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field =>
        field.Key + item.Elements(field.Key) switch
        {
            { Count: > 0 } entries => string.Join(',', entries.Select(entry => JsonSerializer.Serialize(JsonDocument.Parse(entry).RootElement)).Distinct().Order(StringComparer.Ordinal)),
            _ => Encoding.UTF8.GetString(field.Raw.Span),
        }));
}
