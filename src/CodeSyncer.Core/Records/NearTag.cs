using CodeSyncer.Core.Tags;

namespace CodeSyncer.Core.Records;

/// <summary>A tag that explains a place.</summary>
/// <param name="Levels">Of an enclosing one, how many blocks lie between; of one in the file, how many lines; of one below a folder, how many folders.</param>
/// <param name="Replaced">What it replaced, nearest first.</param>
public sealed record NearTag(Tag Tag, Nearness Place, int Levels, IReadOnlyList<Tag> Replaced)
{
    /// <summary>For sorting and for programs: 1 at the place itself, falling to 0.</summary>
    public double Score => Place switch
    {
        Nearness.Line => 1,
        Nearness.Enclosing => Math.Max(0.7, 0.95 - (0.05 * Levels)),
        Nearness.File => Math.Max(0.4, 0.65 - (0.001 * Levels)),
        Nearness.Folder => 0.3,
        _ => 0.15,
    };
}
