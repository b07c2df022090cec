using System.CommandLine;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Convoys;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Ledger;

namespace CodeSyncer.Cli.Verbs.Convoys;

/// <summary><c>convoy</c>: named bundles of beads, and how far they are.</summary>
internal static class ConvoyVerb
{
    public static Command Create() => new("convoy", "Named bundles of beads, and how far they are.") { New(), Add(), Remove(), Show(), List(), Close() };

    private static Command New()
    {
        var name = new Argument<string>("name");
        var beads = Beads();
        return new Command("create", "Makes a convoy of beads.") { name, beads }.OnLedger((result, session) =>
            Print(result, session, session.Change((change, ids) => ConvoyRules.Create(change, result.GetValue(name)!, result.GetValue(beads) ?? [], ids with { Prefix = Convoy.IdPrefix }))));
    }

    private static Command Add()
    {
        var (id, beads) = (Id(), Beads());
        return new Command("add", "Adds beads; a closed convoy is open again.") { id, beads }.OnLedger((result, session) =>
            Print(result, session, session.Change(change => ConvoyRules.Add(change, result.GetValue(id)!, result.GetValue(beads)!))));
    }

    private static Command Remove()
    {
        var (id, beads) = (Id(), Beads());
        return new Command("remove", "Takes beads out; the beads stay as they are.") { id, beads }.OnLedger((result, session) =>
            Print(result, session, session.Change(change => ConvoyRules.Remove(change, result.GetValue(id)!, result.GetValue(beads)!))));
    }

    private static Command Close()
    {
        var id = Id();
        var reason = new Option<string?>("--reason", "-r") { HelpName = "WHY" };
        return new Command("close", "Closes a convoy, whatever its beads are.") { id, reason }.OnLedger((result, session) =>
            Print(result, session, session.Change(change => ConvoyRules.Close(change, result.GetValue(id)!, result.GetValue(reason)))));
    }

    private static Command Show()
    {
        var id = Id();
        return new Command("show", "Shows how far a convoy is: its waves, and what waits for what.") { id }.OnLedger((result, session) =>
            Print(result, session, new Convoy(session.Index().Item(LedgerPath.Convoys, session.FindConvoy(result.GetValue(id)!))!)));
    }

    private static Command List()
    {
        var all = new Option<bool>("--all") { Description = "Closed ones too." };
        return new Command("list", "Lists convoys, the newest first.") { all }.OnLedger((result, session) =>
        {
            var convoys = View(session).All().Where(convoy => result.GetValue(all) || !convoy.Convoy.IsClosed).ToList();
            if (result.WantsJson())
            {
                Terminal.WriteJson(writer => ConvoyJson.Write(writer, convoys));
                return 0;
            }

            var widest = convoys.Select(convoy => convoy.Convoy.Id.Length).DefaultIfEmpty(0).Max();
            foreach (var convoy in convoys)
                Console.Out.WriteLine(SafeText.ForTerminal($"{convoy.Convoy.Id.PadRight(widest)}  {ConvoyBar.Text(convoy, isAscii: !Terminal.ShowsUnicode)}  {convoy.Convoy.Name} ({convoy.Status.ToString().ToLowerInvariant()})"));
            return 0;
        });
    }

    private static int Print(ParseResult result, LedgerSession session, Convoy convoy)
    {
        var progress = View(session).Of(convoy);
        if (result.WantsJson())
        {
            Terminal.WriteJson(writer => ConvoyJson.Write(writer, progress));
            return 0;
        }

        foreach (var line in ConvoyText.Show(progress, isAscii: !Terminal.ShowsUnicode))
            Console.Out.WriteLine(line);
        return 0;
    }

    private static ConvoyView View(LedgerSession session) => new(session.Index(), session.Store.Now, session.IsAlive);

    private static Argument<string> Id() => new("id") { Description = "Id of the convoy, or a part that only it has." };

    private static Argument<string[]> Beads() => new("bead") { Description = "Ids of beads.", Arity = ArgumentArity.OneOrMore };
}
