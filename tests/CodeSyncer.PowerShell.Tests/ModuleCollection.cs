using System.Diagnostics.CodeAnalysis;

namespace CodeSyncer.PowerShell.Tests;

/// <summary>All tests share one engine, as all commands of a person's session do.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711", Justification = "xunit calls it a collection.")]
public sealed class ModuleCollection : ICollectionFixture<StagedModule>
{
    public const string Name = "module";
}
