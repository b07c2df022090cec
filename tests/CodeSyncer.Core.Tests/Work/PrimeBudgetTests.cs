using CodeSyncer.Core.Work;
using CsCheck;

namespace CodeSyncer.Core.Tests.Work;

public class PrimeBudgetTests
{
    private static readonly string[] Names = ["problems", "handoff", "agent", "work", "mail", "ready"];

    private static readonly Gen<string> Part = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 400], Gen.Int[0, 60], (lines, width, heading) =>
        $"## {new string('h', heading)}\n\n{string.Concat(Enumerable.Range(0, lines).Select(line => $"- {line} {new string('x', width)}\n"))}");

    [Fact]
    public void All_parts_together_keep_within_their_share_of_the_budget_whatever_they_say() =>
        Gen.Select(Part.Array[6], Gen.Int[0, 12_000]).Sample((texts, budget) =>
        {
            var parts = Names.Zip(texts, (name, text) => (name, text)).ToList();
            var fitted = PrimeBudget.Fit(parts, budget);
            Assert.True(string.Join('\n', fitted.Select(part => part.Text)).Length <= budget * 70L / 100);
            Assert.Equal(Names.Where(name => fitted.Any(part => part.Name == name)), fitted.Select(part => part.Name));
            foreach (var (name, text) in fitted)
            {
                var whole = parts.Single(part => part.name == name).text;
                Assert.EndsWith("\n", text, StringComparison.Ordinal);
                if (text != whole)
                    Assert.StartsWith(text[..text.LastIndexOf('…')].TrimEnd(' ', '-'), whole, StringComparison.Ordinal);
            }
        }, iter: 3_000);

    [Fact]
    public void What_fits_its_share_stays_whole()
    {
        var parts = Names.Select(name => (name, $"## {name}\n\n- one\n- two\n")).ToList();
        Assert.Equal(parts, PrimeBudget.Fit(parts, 4_000));
    }

    [Fact]
    public void A_long_part_pushes_out_no_other()
    {
        var fitted = PrimeBudget.Fit([("handoff", Long("Handoff")), ("agent", "## You are kim\n\nAlone.\n"), ("work", Long("Your work")), ("mail", Long("Unread mail"))], 8_000);
        Assert.Equal(["handoff", "agent", "work", "mail"], fitted.Select(part => part.Name));
        Assert.All(fitted, part => Assert.InRange(part.Text.Length, 20, 2_400));
    }

    [Theory]
    [InlineData("problems")]
    [InlineData("handoff")]
    [InlineData("work")]
    public void One_line_that_is_too_long_is_cut_and_never_left_out(string name)
    {
        var (_, text) = Assert.Single(PrimeBudget.Fit([(name, $"## Could not be read\n\n- the ledger: {new string('x', 9_000)}\n")], 2_000));
        Assert.StartsWith("## Could not be read\n\n- the ledger: xxx", text, StringComparison.Ordinal);
        Assert.EndsWith("x …\n", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 100, 600);
    }

    [Fact]
    public void A_cut_goes_through_no_character()
    {
        for (var most = 0; most < 60; most++)
            Assert.False(PrimeBudget.Cut(string.Concat(Enumerable.Repeat("\U0001F600", 40)), most) is [.., var last] && char.IsHighSurrogate(last));
        Assert.Equal("a\n- … (cut)\n", PrimeBudget.Cut("a\nbbbbbbbbbbbbbbbbbbbb\n", 15));
        Assert.Equal("a\nb\n", PrimeBudget.Cut("a\nb\n", 4));
    }

    private static string Long(string title) => $"## {title}\n\n{string.Concat(Enumerable.Repeat("- a line of text that says something\n", 200))}";
}
