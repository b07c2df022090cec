using System.Management.Automation;
using System.Text;
using CodeSyncer.Core.Tags;
using CodeSyncer.Platform.Agents;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Scopes;
using CodeSyncer.Platform.Town;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Context;

[Cmdlet(VerbsDiagnostic.Measure, "Context")]
[OutputType(typeof(ContextMeasure))]
public sealed class MeasureContextCommand : ScopeCommand
{
    protected override void Execute()
    {
        var scope = OpenScope();
        var tags = WithProgress("Reading tags", (progress, cancel) => ScopeTags.Read(scope, new TagQuery(), progress, cancel));
        WriteGroups("Kind", tags.Select(tag => tag.Tag.Kind));
        WriteGroups("Folder", tags.Select(tag => FolderOf(tag.Rig.Rig, tag.Tag)));
        foreach (var rig in scope.Rigs)
        {
            foreach (var document in new ContextSync(rig.Workspace).Run(new SyncOptions { Check = true }, null, Cancelled).Documents)
                WriteDocument(rig.Rig.Length == 0 ? document.Name : $"{rig.Rig}/{document.Name}", document.Size);
        }

        foreach (var document in scope.Town is null ? [] : WithProgress("Reading endpoints", (_, cancel) => new TownDocuments(scope).Write(check: true, cancel)))
            WriteDocument(document.Name, document.Size);
        WriteDocument("prime", Encoding.UTF8.GetByteCount(PrimeOf(scope)));
    }

    /// <summary>Of a town with the rig's name first.</summary>
    private static string FolderOf(string rig, Tag tag)
    {
        var folder = System.IO.Path.GetDirectoryName(tag.Path)!.Replace('\\', '/');
        return rig.Length == 0 ? (folder.Length == 0 ? "." : folder) : folder.Length == 0 ? rig : $"{rig}/{folder}";
    }

    private static string PrimeOf(TownScope scope)
    {
        if (scope.Town is null)
            return PrimeText.For(scope.Rigs[0].Workspace, null, isShell: true).Render().Text;
        using var town = TownWorkspace.Open(scope.Town, isShell: true);
        return TownPrime.For(town, null, Environment.GetEnvironmentVariable, isShell: true).Render().Text;
    }

    private void WriteDocument(string name, int size) => WriteObject(new ContextMeasure { Group = "Document", Name = name, Bytes = size });

    private void WriteGroups(string group, IEnumerable<string> names) =>
        WriteObject(names.CountBy(name => name).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => new ContextMeasure { Group = group, Name = count.Key, Tags = count.Value }), enumerateCollection: true);
}
