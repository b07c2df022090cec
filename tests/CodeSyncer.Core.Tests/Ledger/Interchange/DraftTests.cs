using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Ledger.Interchange;

namespace CodeSyncer.Core.Tests.Ledger.Interchange;

public class DraftTests
{
    [Fact]
    public void A_checklist_becomes_beads_with_children_and_what_is_done_is_closed()
    {
        var drafts = ChecklistReader.Read("""
            # Plan
            Prose - [ ] is none of it.

            - [ ] Epic
              Why it is
              needed.

              - [x] Done
              * [ ] Open
                1. [X] Deep
            - no task
            - [ ]
            ```
            - [ ] in a fence
            ```
            2) [ ] `Second`

            After it.
            """);
        Assert.Equal(["Epic", "`Second`"], drafts.Select(draft => draft.Title));
        Assert.Equal([("Done", true), ("Open", false)], drafts[0].Children.Select(draft => (draft.Title, draft.IsClosed)));
        Assert.Equal(("Deep", true), (drafts[0].Children[1].Children[0].Title, drafts[0].Children[1].Children[0].IsClosed));
        Assert.Equal(new BeadEdit("description", "Why it is\nneeded."), Assert.Single(drafts[0].Fields));
        Assert.Empty(drafts[1].Fields);
    }

    [Fact]
    public void Tabs_indent_and_a_sibling_that_stands_further_left_is_no_child()
    {
        var drafts = ChecklistReader.Read("  - [ ] a\r\n\t- [ ] b\r\n - [ ] c\r\n");
        Assert.Equal(["a", "c"], drafts.Select(draft => draft.Title));
        Assert.Equal("b", Assert.Single(drafts[0].Children).Title);
    }

    [Fact]
    public void Drafts_of_jsonl_name_each_other_and_land_in_one_change()
    {
        var ledger = new MemoryLedger();
        var drafts = DraftReader.Read(Encoding.UTF8.GetBytes("""
            {"id":"bd-e","title":"Epic","issue_type":"epic","priority":0,"labels":["a"],"description":"why","pinned":true,"estimated_minutes":5}
            {"title":"Child","parent":"bd-e","dependencies":["bd-x",{"depends_on_id":"bd-e","type":"related"}]}

            {"id":"bd-x","title":"Done","status":"closed"}
            """), "file");
        ledger.Change(change => BeadCreation.Create(change, drafts, ledger.Ids));
        Assert.Equal([("blocks", "bd-x"), ("parent-child", "bd-e"), ("related", "bd-e")], ledger["bd-e.1"].Dependencies.Select(edge => (edge.Type, edge.DependsOnId)).Order());
        Assert.True(ledger["bd-x"].IsClosed && ledger["bd-e"].Pinned);
        Assert.Equal(5, ledger["bd-e"].Fields.Int("estimated_minutes"));
    }

    [Theory]
    [InlineData("{}", "line 2: it has no title")]
    [InlineData("{\"title\":\"t\",\"colour\":1}", "line 2: 'colour' is no field of a new bead")]
    [InlineData("{\"title\":\"t\",\"dependencies\":[1]}", "line 2: a dependency of it is no text")]
    [InlineData("x", "line 2: it is not JSON")]
    public void A_bad_draft_is_named_by_its_line(string line, string problem) =>
        Assert.Contains(problem, Assert.Throws<CodeSyncerException>(() => DraftReader.Read(Encoding.UTF8.GetBytes("{\"title\":\"ok\"}\n" + line), "file")).Message, StringComparison.Ordinal);

    [Fact]
    public void Ten_thousand_children_of_one_parent_and_a_chain_of_them_are_created_at_once()
    {
        var ledger = new MemoryLedger();
        var drafts = new List<BeadDraft> { new("Epic") { Id = "bd-e" } };
        for (var i = 1; i <= 10_000; i++)
            drafts.Add(new BeadDraft($"Step {i}") { Parent = "bd-e", Dependencies = i == 1 ? [] : [("blocks", $"bd-e.{i - 1}")] });
        Assert.Equal("bd-e.10000", ledger.Change(change => BeadCreation.Create(change, drafts, ledger.Ids))[^1].Id);
    }
}
