using CodeSyncer.Core.Work;

namespace CodeSyncer.Platform.Agents;

/// <summary>Text for an agent's context, and what went into it.</summary>
/// <param name="Parts">The parts that are not tags, as far as they fitted.</param>
public sealed record Prime(string Text, AgentBrief Brief, IReadOnlyList<(string Name, string Text)> Parts)
{
    /// <summary>Each part with where it comes from and its size in characters.</summary>
    public IEnumerable<(string Name, string Source, int Characters)> Sources()
    {
        foreach (var (name, text) in Parts)
        {
            yield return (name, name switch
            {
                "handoff" or "mail" or "ready" => "ledger",
                "work" => "ledger, saved work, git",
                "neighbours" => "endpoints and tags of the town",
                "town" => "town.yml, git",
                "calls" => "endpoints of the town",
                "agent" => "configuration, ledger",
                _ => "codesyncer",
            }, text.Length);
        }

        yield return ("context", "tags, git", Text.Length - Parts.Sum(part => part.Text.Length));
    }
}
