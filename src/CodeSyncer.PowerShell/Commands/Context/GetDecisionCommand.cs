using System.Management.Automation;
using CodeSyncer.Core.Tags;
using CodeSyncer.PowerShell.Output;

namespace CodeSyncer.PowerShell.Commands.Context;

[Cmdlet(VerbsCommon.Get, "Decision", DefaultParameterSetName = "Path")]
[OutputType(typeof(Decision))]
public sealed class GetDecisionCommand : TagCommand
{
    protected override IReadOnlyList<string> Kinds => [TagKind.Decision];

    protected override ContextTag Create(Tag tag, string root) => new Decision(tag, root);
}
