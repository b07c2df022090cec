using System.Management.Automation;
using System.Text;
using CodeSyncer.Platform.Agents;
using CodeSyncer.Platform.Context;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Context;

[Cmdlet(VerbsDiagnostic.Measure, "Context")]
[OutputType(typeof(ContextMeasure))]
public sealed class MeasureContextCommand : RepositoryCommand
{
    protected override void Execute()
    {
        var workspace = OpenWorkspace();
        var tags = WithProgress("Reading tags", (progress, cancel) => new TagReader(workspace).Read(new TagQuery(), progress, cancel));
        WriteGroups("Kind", tags.Select(tag => tag.Kind));
        WriteGroups("Folder", tags.Select(tag => System.IO.Path.GetDirectoryName(tag.Path)!.Replace('\\', '/')).Select(folder => folder.Length == 0 ? "." : folder));
        foreach (var document in new ContextSync(workspace).Run(new SyncOptions { Check = true }, null, Cancelled).Documents)
            WriteObject(new ContextMeasure { Group = "Document", Name = document.Name, Bytes = document.Size });
        WriteObject(new ContextMeasure { Group = "Document", Name = "prime", Bytes = Encoding.UTF8.GetByteCount(PrimeText.For(workspace, null, isShell: true).Render().Text) });
    }

    private void WriteGroups(string group, IEnumerable<string> names) =>
        WriteObject(names.CountBy(name => name).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => new ContextMeasure { Group = group, Name = count.Key, Tags = count.Value }), enumerateCollection: true);
}
