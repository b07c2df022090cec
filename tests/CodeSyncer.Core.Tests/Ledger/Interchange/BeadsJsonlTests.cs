using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;
using CodeSyncer.Core.Ledger.Interchange;

namespace CodeSyncer.Core.Tests.Ledger.Interchange;

public class BeadsJsonlTests
{
    private const string Plain = """
        {"id":"bd-0","title":"a \u003cb\u003e \u0026","status":"closed","priority":1,"issue_type":"task","created_at":"2025-11-02T21:58:07.295058-08:00","updated_at":"2025-11-03T20:56:22.123456789-08:00","closed_at":"2025-11-03T20:56:22.700641-08:00","labels":["x"],"dependencies":[{"issue_id":"bd-0","depends_on_id":"bd-gone","type":"parent-child","created_at":"2025-11-02T22:23:49-08:00","created_by":"s","metadata":"{\"gate\":\"any-children\"}","thread_id":"t"}],"comments":[{"id":7,"issue_id":"bd-0","author":"s","text":"c","created_at":"2025-11-02T22:23:49-08:00"}],"new_key":{"n": 1.50}}
        {"id":"bd-1","title":"","status":"tombstone","priority":0,"issue_type":"odd","created_at":"2025-01-01T00:00:00Z","updated_at":"2025-01-01T00:00:00Z","deleted_at":"2025-01-01T00:00:00Z"}

        """;

    private const string Typed = """
        {"_schema":"beads/1","x":2}
        {"_type":"issue","id":"bd-0","title":"t","status":"open","priority":2,"issue_type":"task","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z","dependencies":[{"issue_id":"bd-0","depends_on_id":"bd-1","type":"blocks"}],"bonded_from":[{"k":1}],"dependency_count":1,"dependent_count":0,"comment_count":0}
        {"_type":"issue","id":"bd-1","title":"t","status":"open","priority":2,"issue_type":"task","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z","dependency_count":0,"dependent_count":1,"comment_count":0}
        {"_type":"memory","key":"k","value":"v"}

        """;

    private readonly MemoryLedger _ledger = new();

    private ImportResult Import(string content) => _ledger.Change(change => BeadsImport.Import(change, BeadsJsonlReader.Read(Encoding.UTF8.GetBytes(content)), "file"));

    private string Export(JsonlDialect dialect) => Encoding.UTF8.GetString(BeadsJsonlWriter.Write(_ledger.Beads,
        [.. _ledger.Items.Where(item => item.Key.StartsWith("events/import-", StringComparison.Ordinal) || item.Key.Contains("/import-", StringComparison.Ordinal)).Select(item => item.Value)], dialect));

    private static string Bead(string rest, string time = "2026-01-01T00:00:00Z") =>
        $$"""{"id":"bd-a","title":"t","status":"open","priority":2,"issue_type":"task","created_at":"2025-01-01T00:00:00Z","updated_at":"{{time}}"{{rest}}}""" + "\n";

    [Fact]
    public void Import_then_export_gives_every_byte_back_in_either_dialect()
    {
        Import(Plain);
        Assert.Equal(Plain, Export(JsonlDialect.Plain));
        _ledger.Items.Clear();
        Import(Typed);
        Assert.Equal(Typed, Export(JsonlDialect.Typed));
        Assert.DoesNotContain("\"_type\"", Export(JsonlDialect.Plain), StringComparison.Ordinal);
    }

    [Fact]
    public void Importing_twice_changes_nothing()
    {
        foreach (var content in new[] { Plain, Typed })
        {
            _ledger.Items.Clear();
            Import(content);
            _ledger.Change(change =>
            {
                var result = BeadsImport.Import(change, BeadsJsonlReader.Read(Encoding.UTF8.GetBytes(content)), "file");
                Assert.Equal(2, result.Unchanged.Count);
                Assert.Empty(change.Writes);
                return 0;
            });
        }
    }

    [Fact]
    public void Dangling_edges_are_kept_and_reported()
    {
        var edge = Assert.Single(Import(Plain).Dangling);
        Assert.Equal(new BeadEdge("bd-0", "bd-gone", "parent-child", """{"gate":"any-children"}"""), edge);
        Assert.Equal("bd-gone", Assert.Single(_ledger["bd-0"].Dependencies).DependsOnId);
        Assert.Empty(Import(Typed).Dangling);
    }

    [Fact]
    public void An_older_record_never_overwrites_a_newer_one()
    {
        Import(Bead(",\"notes\":\"new\"", "2026-01-02T00:00:00Z"));
        var result = Import(Bead(",\"notes\":\"old\"", "2026-01-01T23:59:59-01:00").Replace("-01:00", "+01:00", StringComparison.Ordinal));
        Assert.Equal(["bd-a"], result.Older);
        Assert.Equal("new", _ledger["bd-a"].Fields.String("notes"));
    }

    [Fact]
    public void A_newer_record_replaces_what_Beads_knows_and_keeps_what_it_drops()
    {
        Import(Bead(""","notes":"n","source_formula":"f","labels":["x"],"dependencies":[{"issue_id":"bd-a","depends_on_id":"bd-b","type":"waits-for","metadata":"m","thread_id":"t"},{"issue_id":"bd-a","depends_on_id":"bd-c","type":"blocks"}],"comments":[{"id":1,"text":"one"}],"own":1"""));
        _ledger.Change(change => BeadClaims.Claim(change, "bd-a", _ => true));
        var result = Import(Bead(""","assignee":"lee","dependencies":[{"issue_id":"bd-a","depends_on_id":"bd-b","type":"waits-for"}],"comments":[{"id":2,"text":"two"}]""", "2027-01-01T00:00:00Z"));
        Assert.Equal(["bd-a"], result.Updated);
        var bead = _ledger["bd-a"];
        Assert.False(bead.Fields.Has("notes") || bead.Fields.Has("labels") || bead.Fields.Has("claim"));
        Assert.Equal(("lee", "f", 1), (bead.Assignee, bead.Fields.String("source_formula"), bead.Fields.Int("own")));
        Assert.Equal(["one", "two"], bead.Comments.Select(comment => comment.Text));
        Assert.Equal(("bd-b", "m", "t"), (Assert.Single(bead.Dependencies).DependsOnId, bead.Dependencies[0].Metadata, bead.Dependencies[0].Fields.String("thread_id")));
    }

    [Fact]
    public void A_record_does_not_bring_a_deleted_bead_back_and_a_newer_tombstone_deletes()
    {
        Import(Bead(""));
        _ledger.Change(change => BeadRules.Delete(change, "bd-a"));
        Assert.Equal(["bd-a"], Import(Bead("", "2030-01-01T00:00:00Z")).Deleted);
        Assert.True(_ledger["bd-a"].IsTombstone);
        _ledger.Items.Clear();
        Import(Bead(",\"closed_at\":\"2026-01-01T00:00:00Z\"").Replace("open", "closed", StringComparison.Ordinal));
        Import(Bead(",\"deleted_at\":\"2030-01-01T00:00:00Z\"", "2030-01-01T00:00:00Z").Replace("open", "tombstone", StringComparison.Ordinal));
        Assert.True(_ledger["bd-a"].IsTombstone);
        Assert.Null(_ledger["bd-a"].ClosedAt);
    }

    [Theory]
    [InlineData("<<<<<<< HEAD", "line 2: a conflict marker of git")]
    [InlineData("=======", "line 2: a conflict marker of git")]
    [InlineData(">>>>>>> theirs", "line 2: a conflict marker of git")]
    [InlineData("{\"id\":\"bd-b\",\"title\":\"t\"", "line 2: it is not JSON")]
    [InlineData("{\"id\":\"bd-b\",\"title\":\"t\"}{}", "line 2: it is not JSON")]
    [InlineData("[]", "line 2: it is not a JSON object")]
    [InlineData("{\"title\":\"t\"}", "line 2: it has no id")]
    [InlineData("{\"id\":\"../x\",\"title\":\"t\"}", "line 2: '../x' is no id")]
    [InlineData("{\"id\":\"bd-b\"}", "line 2: 'bd-b' has no title")]
    [InlineData("{\"id\":\"bd-a\",\"title\":\"again\"}", "line 2: the id 'bd-a' stands in line 1 already")]
    [InlineData("{\"id\":\"bd-b\",\"title\":\"t\",\"updated_at\":\"yesterday\"}", "line 2: 'bd-b' has no time")]
    [InlineData("{\"id\":\"bd-b\",\"title\":\"\0\"}", "line 2: it holds a NUL")]
    public void A_broken_line_is_named_and_nothing_is_imported(string line, string problem)
    {
        var error = Assert.Throws<CodeSyncerException>(() => Import(Bead("") + line + "\n" + Bead("").Replace("bd-a", "bd-z", StringComparison.Ordinal)));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Empty(_ledger.Items);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_named_too()
    {
        var problem = Assert.Single(BeadsJsonlReader.Read([.. Encoding.UTF8.GetBytes("\n{\"id\":\"bd-a\",\"title\":\""), 0xff, .. "\"}"u8]).Problems);
        Assert.Equal("line 2: it is not UTF-8", problem);
    }

    [Fact]
    public void A_mark_blank_lines_and_windows_line_ends_are_fine()
    {
        Assert.Equal(["bd-a"], Import("\ufeff\r\n" + Bead("").Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n").Created);
        Assert.Equal(Bead(""), Export(JsonlDialect.Plain));
    }

    [Fact]
    public void Cycles_of_a_file_are_kept_and_reported()
    {
        static string Record(string id, string to) => $$"""{"id":"{{id}}","title":"t","dependencies":[{"issue_id":"{{id}}","depends_on_id":"{{to}}","type":"blocks"}]}""" + "\n";
        var result = Import(Record("bd-a", "bd-b") + Record("bd-b", "bd-c") + Record("bd-c", "bd-a") + Record("bd-d", "bd-d") + Record("bd-e", "bd-a"));
        Assert.Equal(["bd-a bd-b bd-c bd-a", "bd-d bd-d"], result.Cycles.Select(cycle => string.Join(' ', cycle)).Order());
    }
}
