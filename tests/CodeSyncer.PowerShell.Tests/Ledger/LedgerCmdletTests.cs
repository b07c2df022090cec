namespace CodeSyncer.PowerShell.Tests.Ledger;

public sealed class LedgerCmdletTests(StagedModule module) : LedgerBench(module)
{
    private const string Records = """
        {"id":"shop-1","title":"One","status":"open","priority":1,"issue_type":"task","created_at":"2026-01-15T09:00:00.123456789Z","updated_at":"2026-01-15T09:00:00.123456789Z","x_own":{"b":1,"a":[2.50]}}
        {"id":"shop-2","title":"Two","status":"open","priority":2,"issue_type":"bug","created_at":"2026-01-15T10:00:00+09:00","updated_at":"2026-01-15T10:00:00+09:00","dependencies":[{"issue_id":"shop-2","depends_on_id":"shop-1","type":"blocks","created_at":"2026-01-15T10:00:00+09:00"}]}

        """;

    [Fact]
    public void What_is_imported_is_exported_byte_for_byte()
    {
        Repository.Write("beads.jsonl", Records.ReplaceLineEndings("\n"));
        var report = Run("Import-Bead beads.jsonl").Output.Single();
        Assert.Equal(["shop-1", "shop-2"], (string[])report.Properties["Created"].Value);
        Assert.Equal(["One"], Titles("Get-Bead -Ready"));
        Assert.Equal(["out.jsonl"], Run("Export-Bead out.jsonl -PassThru").Each("Name"));
        Assert.Equal(Repository.Read("beads.jsonl"), Repository.Read("out.jsonl"));
        Assert.Equal([2], Run("Import-Bead beads.jsonl").Each("Unchanged"));
        Assert.Equal(1, Changes());
    }

    [Fact]
    public void WhatIf_says_what_an_import_would_do()
    {
        Repository.Write("beads.jsonl", Records);
        var report = Run("Import-Bead beads.jsonl -WhatIf").Output.Single();
        Assert.Equal((false, 2), ((bool)report.Properties["IsDone"].Value, ((string[])report.Properties["Created"].Value).Length));
        Assert.Empty(Run("Get-Bead").Output);
    }

    [Fact]
    public void A_broken_line_is_named_and_nothing_of_its_file_is_taken_but_the_next_file_is()
    {
        Repository.Write("a.jsonl", Records + "<<<<<<< HEAD\n");
        Repository.Write("b.jsonl", Records);
        var (id, record) = Fail("Import-Bead a.jsonl");
        Assert.Equal("BrokenImport", id);
        Assert.Contains("3", record.ToString(), StringComparison.Ordinal);
        Assert.Empty(Run("Get-Bead").Output);
        var answer = Try("Import-Bead *.jsonl");
        Assert.Single(answer.Errors);
        Assert.Equal([Repository.At("b.jsonl")], answer.Each("Path"));
        Assert.Equal(2, Run("Get-Bead").Output.Count);
    }

    [Fact]
    public void A_checklist_becomes_beads_and_their_children()
    {
        Repository.Write("plan.md", "# Plan\n\n- [ ] Ship it\n  - [ ] Test it\n- [x] Think\n");
        Assert.Equal(["Ship it", "Test it", "Think"], Titles("Import-Bead -LiteralPath plan.md"));
        var epic = Run("Get-Bead -Text 'Ship it'").Output.Single().Properties["Id"].Value;
        Assert.Equal([epic], Run("Get-Bead -Text 'Test it'").Each("Parent"));
    }

    [Theory]
    [InlineData("Import-Bead nowhere.jsonl")]
    [InlineData("Export-Bead nowhere/out.jsonl")]
    public void A_file_or_folder_that_is_missing_is_an_error_that_says_so(string script)
    {
        var (id, record) = Fail(script);
        Assert.Equal(("FileAccess", System.Management.Automation.ErrorCategory.ObjectNotFound), (id, record.CategoryInfo.Category));
        Assert.Contains("nowhere", record.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_ledger_gives_no_finding_and_a_damaged_item_does()
    {
        var id = Beads("One")[0];
        Assert.Empty(Run("Test-Ledger").Output);
        Assert.Equal([true], Run("Test-Ledger -Quiet").Output.Select(answer => answer.BaseObject));
        var path = Repository.Git("--git-dir", ".git/codesyncer/ledger.git", "ls-tree", "-r", "--name-only", "main").Split('\n').Single(name => name.EndsWith(id + ".json", StringComparison.Ordinal));
        Damage(path);
        var answer = Run("Test-Ledger");
        Assert.Contains(path, answer.Each("Path"));
        Assert.Contains("Error", answer.Each("Severity"));
        Assert.Equal([false], Run("Test-Ledger -Quiet").Output.Select(answer => answer.BaseObject));
        Assert.Contains("Test-Ledger", Assert.Single(Run("Get-Bead").Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_clones_meet_at_a_plain_remote()
    {
        Repository.Commit("start");
        Repository.Git("init", "-q", "--bare", Sandbox.At("remote.git"));
        Repository.Git("remote", "add", "origin", Sandbox.At("remote.git"));
        var other = Sandbox.Clone(Repository.Path, "other");
        other.Git("config", "user.name", "Bob");
        other.Git("remote", "set-url", "origin", Sandbox.At("remote.git"));
        Beads("One");
        Assert.Empty(Run("Sync-Ledger").Output);
        var update = Run("New-Bead 'Two' -Repository $args[0] > $null; Sync-Ledger -Repository $args[0] -PassThru", other.Path).Output.Single();
        Assert.Equal((true, true, "origin"), ((bool)update.Properties["Merged"].Value, (bool)update.Properties["Pushed"].Value, (string)update.Properties["Remote"].Value));
        Run("Sync-Ledger -WhatIf");
        Assert.Equal(["One"], Titles("Get-Bead"));
        Run("Sync-Ledger origin");
        Assert.Equal(["One", "Two"], Titles("Get-Bead"));
    }

    [Fact]
    public void A_repository_without_a_remote_says_how_to_get_one() =>
        Assert.Contains("git remote add", Fail("New-Bead 'One'; Sync-Ledger").Record.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

    [Fact]
    public void Optimize_packs_all_and_loses_nothing()
    {
        Beads("One", "Two");
        Assert.Empty(Run("Optimize-Ledger").Output);
        Beads("Three");
        var packing = Run("Optimize-Ledger -PassThru").Output.Single();
        Assert.True((long)packing.Properties["LooseBefore"].Value > 0);
        Assert.Equal((0L, 1L), ((long)packing.Properties["Loose"].Value, (long)packing.Properties["Packs"].Value));
        Assert.Equal(["One", "Three", "Two"], Titles("Get-Bead"));
    }

    /// <summary>Writes a commit whose blob at this path is no JSON.</summary>
    private void Damage(string path)
    {
        Repository.Write("noise", "no json");
        string[] ledger = ["--git-dir", ".git/codesyncer/ledger.git"];
        var blob = Repository.Git([.. ledger, "hash-object", "-w", "noise"]);
        Repository.Git([.. ledger, "read-tree", "main"]);
        Repository.Git([.. ledger, "update-index", "--cacheinfo", $"100644,{blob},{path}"]);
        var tree = Repository.Git([.. ledger, "write-tree"]);
        Repository.Git([.. ledger, "update-ref", "refs/heads/main", Repository.Git([.. ledger, "commit-tree", tree, "-p", "main", "-m", "noise"])]);
    }
}
