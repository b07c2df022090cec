using System.Text;
using CodeSyncer.Core.Context;
using CodeSyncer.Core.Errors;
using CsCheck;

namespace CodeSyncer.Core.Tests.Context;

public sealed class ManagedBlockTests
{
    private static readonly ManagedBlock Block = ManagedBlock.Hash(2);

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text without a last line end")]
    [InlineData("one\r\ntwo\r\n")]
    [InlineData("one\r\ntwo")]
    [InlineData("\n\n\n")]
    [InlineData("\r")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFFtext\n")]
    [InlineData("\uFEFFtext")]
    public void Removing_what_was_put_gives_back_the_same_bytes(string text)
    {
        var before = Encoding.UTF8.GetBytes(text);
        var with = Block.Put(before, "ours\n", "f");
        Assert.NotNull(Block.Find(with, "f"));
        Assert.Equal(before, Block.Remove(with, "f"));
    }

    [Fact]
    public void Any_bytes_and_any_line_of_them_survive_put_again_and_remove() =>
        Gen.Select(Gen.OneOfConst("a", "\n", "\r\n", "\r", "# x", "\t", "é").Array[0, 12], Gen.Int[0, 12], Gen.Bool).Sample((parts, at, invalid) =>
        {
            byte[] before = [.. Encoding.UTF8.GetBytes(string.Concat(parts)), .. invalid ? new byte[] { 0xFF, 0x41 } : []];
            var starts = Enumerable.Range(0, before.Length + 1).Where(i => i == 0 || i == before.Length || before[i - 1] == '\n').ToArray();
            var position = starts[at % starts.Length];
            var once = ManagedBlock.Hash(1).Put(before, "first\nsecond\n", "f", position);
            var twice = Block.Put(once, "other\n", "f");
            Assert.Equal(before, Block.Remove(once, "f"));
            Assert.Equal(before, Block.Remove(twice, "f"));
            Assert.Equal("other\n", Block.Body(twice, "f"));
        }, iter: 20_000);

    [Fact]
    public void The_block_takes_the_line_ends_of_its_file()
    {
        var text = Encoding.UTF8.GetString(Block.Put("a\r\nb\r\n"u8, "ours\n", "f"));
        Assert.Equal("a\r\nb\r\n# BEGIN codesyncer 2\r\nours\r\n# END codesyncer\r\n", text);
    }

    [Fact]
    public void A_newer_block_stays_as_it_is()
    {
        var newer = ManagedBlock.Hash(3).Put("a\n"u8, "newer\n", "f");
        Assert.Equal(newer, Block.Put(newer, "ours\n", "f"));
    }

    [Fact]
    public void Putting_the_same_again_changes_nothing()
    {
        var once = Block.Put("a\nb"u8, "ours\n", "f");
        Assert.Equal(once, Block.Put(once, "ours\n", "f"));
    }

    [Fact]
    public void Text_that_the_user_added_behind_the_block_stays()
    {
        byte[] grown = [.. Block.Put("a"u8, "ours\n", "f"), .. "\nmore\n"u8];
        Assert.Equal("a\nmore\n"u8.ToArray(), Block.Remove(grown, "f"));
    }

    [Theory]
    [InlineData("# BEGIN codesyncer 1\nx\n")]
    [InlineData("x\n# END codesyncer\n")]
    [InlineData("# BEGIN codesyncer 1\n# BEGIN codesyncer 1\n# END codesyncer\n")]
    [InlineData("# BEGIN codesyncer 1\n# END codesyncer\n# BEGIN codesyncer 1\n# END codesyncer\n")]
    [InlineData("# END codesyncer\n# BEGIN codesyncer 1\n")]
    public void Markers_that_do_not_pair_are_an_error(string text)
    {
        var error = Assert.Throws<CodeSyncerException>(() => Block.Put(Encoding.UTF8.GetBytes(text), "ours\n", "some/file"));
        Assert.Equal("BrokenBlock", error.Id);
        Assert.Contains("some/file", error.Message);
    }

    [Fact]
    public void Utf_16_is_an_error() =>
        Assert.Equal("BlockInUtf16", Assert.Throws<CodeSyncerException>(() => Block.Find(Encoding.Unicode.GetPreamble(), "f")).Id);

    [Theory]
    [InlineData("  # BEGIN codesyncer 1\n")]
    [InlineData("# BEGIN codesyncer\n")]
    [InlineData("# BEGIN codesyncer 1 or so\n")]
    [InlineData("see <!-- BEGIN codesyncer 1 -->\n")]
    public void What_only_resembles_a_marker_is_text(string text)
    {
        Assert.Null(Block.Find(Encoding.UTF8.GetBytes(text), "f"));
        Assert.Null(ManagedBlock.Markdown(1).Find(Encoding.UTF8.GetBytes(text), "f"));
    }

    [Fact]
    public void The_agents_block_is_under_two_kilobytes_and_survives_its_own_file()
    {
        var file = AgentsBlock.Block.Put([], AgentsBlock.Body, "AGENTS.md");
        Assert.InRange(file.Length, 500, 2047);
        Assert.Equal(AgentsBlock.Body, AgentsBlock.Block.Body(file, "AGENTS.md"));
    }
}
