using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Tests.Ledger.Ready;
using CsCheck;

namespace CodeSyncer.Core.Tests.Ledger.Convoys;

public class ConvoyTextTests
{
    private readonly WorkGraph _graph = new();

    private ConvoyProgress Progress(string name = "Friday") =>
        ConvoyProgress.Of(new Convoy(JsonFields.Empty.With("id", "cv-1").With("name", name).With("beads", _graph.Nodes.Keys)), _graph.Work);

    private void Fill(int done, int inProgress, int ready, int blocked)
    {
        for (var i = 0; i < done + inProgress + ready; i++)
            _graph.Add($"b{i}").Status($"b{i}", i < done ? BeadStatus.Closed : i < done + inProgress ? BeadStatus.InProgress : BeadStatus.Open);
        for (var i = 0; i < blocked; i++)
            _graph.Add($"x{i}").Status($"x{i}", BeadStatus.Blocked);
    }

    [Fact]
    public void The_bar_and_its_counts_stand_in_one_line()
    {
        Fill(3, 1, 1, 5);
        Assert.Equal("[██████▓▓▒▒░░░░░░░░░░] 3/10 done · 1 in progress · 1 ready · 5 blocked · 5 stranded", ConvoyBar.Text(Progress()));
        Assert.Equal("[###=+.....] 3/10 done, 1 in progress, 1 ready, 5 blocked, 5 stranded", ConvoyBar.Text(Progress(), 10, isAscii: true));
    }

    [Fact]
    public void One_of_many_still_shows_and_99_of_100_are_not_all()
    {
        Fill(99, 0, 1, 0);
        Assert.Equal("█████████▒", ConvoyBar.Bar(Progress(), 10));
        _graph.Close("b99");
        Assert.Equal("██████████", ConvoyBar.Bar(Progress(), 10));
    }

    [Fact]
    public void An_empty_convoy_has_an_empty_bar() => Assert.Equal("[....] 0/0 done", ConvoyBar.Text(Progress(), 4, isAscii: true));

    [Fact]
    public void The_bar_has_its_width_whatever_the_counts() => Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[4, 60]).Sample((a, b, c, d, width) =>
    {
        var test = new ConvoyTextTests();
        test.Fill(a, b, c, d);
        var bar = ConvoyBar.Bar(test.Progress(), width, isAscii: true);
        Assert.Equal(width, bar.Length);
        Assert.Equal(a > 0, bar.Contains('#'));
        Assert.Equal(d > 0 || a + b + c == 0, bar.Contains('.'));
    }, iter: 300);

    [Fact]
    public void A_convoy_shows_its_waves_and_what_waits_for_what()
    {
        _graph.Add("a").Close("a").Add("b").Set("b", bead => bead with { Status = "in_progress", Assignee = "kim" }).Add("c", "blocks:b").Add("epic", "blocks:c")
            .Add("d", "parent:epic").Add("e", "all:epic").Add("loop", "blocks:loop").Add("gone").Status("gone", BeadStatus.Tombstone);
        Assert.Equal(
            """
            cv-1  Friday  (open)
            [###===..............] 1/7 done, 1 in progress, 5 blocked, 1 stranded, 1 deleted or unknown
            done
              x a  P2  Title of a
            wave 1
              > b  P2  Title of b  @kim
            wave 2
              ! c  P2  Title of c  <- b
            wave 3
              ! epic  P2  Title of epic  <- c
              ! d  P2  Title of d  <- epic (parent)
            wave 4
              ! e  P2  Title of e  <- epic (children: d)
            never, as it stands
              ! loop  P2  Title of loop  stranded  <- loop
            circle: loop -> loop
            deleted or unknown: gone
            """.ReplaceLineEndings("\n"),
            string.Join('\n', ConvoyText.Show(Progress(), isAscii: true)));
    }

    [Fact]
    public void Nothing_reaches_the_terminal_raw()
    {
        _graph.Add("a\u001b[2J").Set("a\u001b[2J", bead => bead with { Title = "t\u001b]0;x\u0007\nline", Assignee = "k\u202e", Status = "in_progress" }).Add("b", "blocks:a\u001b[2J");
        var text = string.Concat(ConvoyText.Show(Progress("n\u001b[31m")));
        Assert.DoesNotContain(text, c => char.IsControl(c) || c == '\u202e');
    }
}
