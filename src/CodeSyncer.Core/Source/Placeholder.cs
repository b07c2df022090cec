// Placeholder so that the solution builds while this room is being written: delete this file when its own code arrives.
namespace CodeSyncer.Core.Source;

public sealed record Language(string Name);

public static class LanguageCatalog
{
    public static Language? ForPath(string path) => path.EndsWith(".cs", StringComparison.Ordinal) ? new Language("C#") : null;
}
