using System.Text;
using CodeSyncer.Core.Records;
using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Tests.Records;

public class NearTagsTests
{
    private const string Source = """
        // @codesyncer-context All of payments
        using X;

        // @codesyncer-decision(id=D-2, supersedes=D-1): Charges are in cents
        class Charge
        {
            // @codesyncer-why Banks retry
            public void Pay()
            {
                // @codesyncer-rule Never log the card
                Log();
                if (a)
                {
                    Send();
                }
            }

            // @codesyncer-decision(id=D-1): Charges are in euros
            public void Other() { }
        }
        """;

    private static readonly IReadOnlyList<Tag> Tags =
    [
        .. TagScanner.Scan("pay/Charge.cs", Encoding.UTF8.GetBytes(Source)).Select(tag => tag with { Path = "pay/Charge.cs" }),
        .. TagScanner.Scan("pay/Refund.cs", "// @codesyncer-rule Refunds need two people\n// @codesyncer-todo later\nclass A { }"u8).Select(tag => tag with { Path = "pay/Refund.cs" }),
        .. TagScanner.Scan("README.md", "<!-- @codesyncer-rule Speak plainly -->\n"u8).Select(tag => tag with { Path = "README.md" }),
    ];

    [Fact]
    public void The_nearest_comes_first()
    {
        var near = NearTags.Of(Tags, "pay/Charge.cs", 14, Source);
        Assert.Equal(
            [(Nearness.Enclosing, "Never log the card"), (Nearness.Enclosing, "Banks retry"), (Nearness.Enclosing, "Charges are in cents"), (Nearness.File, "All of payments"), (Nearness.Folder, "Refunds need two people"), (Nearness.Repository, "Speak plainly")],
            near.Select(tag => (tag.Place, tag.Tag.Text)));
        Assert.Equal("D-1", Assert.Single(near[2].Replaced).Id);
        Assert.Equal(near.Select(tag => tag.Score).OrderDescending(), near.Select(tag => tag.Score));
    }

    [Fact]
    public void A_tag_right_above_is_on_the_line()
    {
        Assert.Equal((Nearness.Line, "Never log the card"), NearTags.Of(Tags, "pay/Charge.cs", 11, Source).Select(tag => (tag.Place, tag.Tag.Text)).First());
        Assert.Equal((Nearness.Line, "Banks retry"), NearTags.Of(Tags, "pay/Charge.cs", 8, Source).Select(tag => (tag.Place, tag.Tag.Text)).First());
    }
}
