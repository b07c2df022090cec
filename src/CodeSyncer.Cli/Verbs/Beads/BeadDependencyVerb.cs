using System.CommandLine;
using CodeSyncer.Cli.Verbs.Ledger;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Ledger.Beads;

namespace CodeSyncer.Cli.Verbs.Beads;

/// <summary><c>bead dep add|remove ID TYPE:ID</c>: the first bead depends on the second.</summary>
internal static class BeadDependencyVerb
{
    public static Command Create() => new("dep", "What a bead depends on.") { Change("add", "Adds a dependency."), Change("remove", "Removes a dependency.") };

    /// <summary><c>TYPE:ID</c>; an id alone is one of type blocks.</summary>
    public static (string Type, string Id) Parse(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? (text[..colon], text[(colon + 1)..]) : (DependencyType.Blocks, text);

    private static Command Change(string name, string description)
    {
        var id = new Argument<string>("id") { Description = "The bead that depends." };
        var target = new Argument<string>("type:id") { Description = "What it depends on; without a type: blocks." };
        var metadata = new Option<string?>("--metadata") { Description = "JSON, such as {\"gate\":\"any-children\"} for waits-for.", HelpName = "JSON" };
        var command = new Command(name, description) { id, target };
        if (name == "add")
            command.Options.Add(metadata);
        return command.OnLedger((result, session) =>
        {
            var (type, to) = Parse(result.GetValue(target)!);
            BeadText.PrintOne(session.Change(change => name == "add"
                ? BeadDependencies.Add(change, result.GetValue(id)!, to, type, result.GetValue(metadata))
                : BeadDependencies.Remove(change, result.GetValue(id)!, to, type)), result.WantsJson());
            return 0;
        });
    }
}
