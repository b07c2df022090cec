using CodeSyncer.Core.Projects;

namespace CodeSyncer.Core.Context.Architecture;

/// <summary>
/// Splits the commands that tools offer: what is the same for all projects of an ecosystem is said once, the rest by each
/// project, beside what its manifest defines.
/// </summary>
internal sealed class CommandConventions
{
    private readonly Dictionary<(Ecosystem, CommandPurpose), List<ProjectCommand>> _shared = [];

    public CommandConventions(Stack stack)
    {
        var offers = stack.Projects.Where(project => project.Kind != ProjectKind.Benchmark)
            .SelectMany(project => project.Commands.Where(command => !command.FromManifest)
                .GroupBy(command => command.Purpose, (purpose, commands) => (Key: (project.Ecosystem, purpose), Commands: commands.ToList())));
        foreach (var offer in offers.GroupBy(offer => offer.Key, offer => offer.Commands))
        {
            var first = offer.First();
            if (offer.All(commands => commands.SequenceEqual(first)))
                _shared[offer.Key] = first;
        }
    }

    /// <summary>What holds for every project of the ecosystem, in the order of purpose.</summary>
    public List<ProjectCommand> Shared(Ecosystem ecosystem) =>
        [.. _shared.Where(shared => shared.Key.Item1 == ecosystem).OrderBy(shared => shared.Key.Item2).SelectMany(shared => shared.Value)];

    /// <summary>What a project says itself.</summary>
    public IEnumerable<ProjectCommand> Own(Project project) => project.Commands
        .Where(command => command.FromManifest || !_shared.ContainsKey((project.Ecosystem, command.Purpose)) || (project.Kind == ProjectKind.Benchmark && command.Purpose == CommandPurpose.Run));
}
