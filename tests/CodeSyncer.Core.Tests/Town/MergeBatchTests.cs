using CodeSyncer.Core.Town;
using CsCheck;

namespace CodeSyncer.Core.Tests.Town;

public class MergeBatchTests
{
    [Fact]
    public void All_green_costs_one_run()
    {
        var runs = 0;
        var result = MergeBatch.Judge(16, _ => ++runs > 0);
        Assert.Equal((16, null, false, 1), (result.Green, result.Bad, result.IsTargetRed, runs));
    }

    [Fact]
    public void A_target_that_is_red_itself_is_nobodys_fault()
    {
        var result = MergeBatch.Judge(3, _ => false);
        Assert.Equal((0, null, true), (result.Green, result.Bad, result.IsTargetRed));
    }

    /// <summary>As the queue does it: what is green lands, the bad one goes back, the rest is judged anew.</summary>
    [Fact]
    public void Every_good_merge_lands_in_order_every_bad_one_goes_back_in_few_runs() =>
        Gen.Bool.Array[1, 16].Sample(isBad =>
        {
            var (waiting, landed, back, runs) = (Enumerable.Range(0, isBad.Length).ToList(), new List<int>(), new List<int>(), 0);
            while (waiting.Count > 0)
            {
                var result = MergeBatch.Judge(waiting.Count, count =>
                {
                    runs++;
                    return !waiting.Take(count).Any(merge => isBad[merge]);
                });
                Assert.False(result.IsTargetRed);
                Assert.True(result.Green > 0 || result.Bad is not null);
                landed.AddRange(waiting.Take(result.Green));
                if (result.Bad is { } bad)
                    back.Add(waiting[bad]);
                waiting.RemoveAll(merge => landed.Contains(merge) || back.Contains(merge));
            }

            Assert.Equal(Enumerable.Range(0, isBad.Length).Where(merge => !isBad[merge]), landed);
            Assert.Equal(Enumerable.Range(0, isBad.Length).Where(merge => isBad[merge]), back);
            Assert.True(runs <= 1 + isBad.Count(bad => bad) * (2 + (int)Math.Ceiling(Math.Log2(isBad.Length))), $"{runs} runs for {back.Count} bad of {isBad.Length}");
        });
}
