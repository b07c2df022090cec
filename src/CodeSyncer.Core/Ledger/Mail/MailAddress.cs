using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Ledger.Mail;

/// <summary>Where mail goes. <paramref name="Name"/> is the agent, the rig or the queue; empty for groups without a name.</summary>
public sealed record MailAddress(MailAddressKind Kind, string Name)
{
    private const string CrewGroup = "@crew";
    private const string TownGroup = "@town";
    private const string RigGroup = "@rig/";
    private const string QueueMark = "queue:";

    /// <summary>The groups, for completion.</summary>
    public static IReadOnlyList<string> Groups { get; } = [CrewGroup, TownGroup, RigGroup];

    /// <exception cref="CodeSyncerException">BadAddress: no valid name; UnknownGroup, with the nearest.</exception>
    public static MailAddress Parse(string text) => text switch
    {
        CrewGroup => new(MailAddressKind.Crew, ""),
        TownGroup => new(MailAddressKind.Town, ""),
        _ when text.StartsWith(RigGroup, StringComparison.Ordinal) => new(MailAddressKind.Rig, CheckName(text, text[RigGroup.Length..], mayNest: false)),
        ['@', ..] => throw MailErrors.UnknownGroup(text, NearestWord.Of(text, Groups)),
        _ when text.StartsWith(QueueMark, StringComparison.Ordinal) => new(MailAddressKind.Queue, CheckName(text, text[QueueMark.Length..], mayNest: true)),
        _ => new(MailAddressKind.Agent, CheckName(text, text, mayNest: true)),
    };

    /// <summary>Whether mail to this address is for an agent. Mail to a queue is for everybody, until one takes it.</summary>
    /// <param name="record">What is registered of the agent, if anything.</param>
    public bool Reaches(string agent, AgentRecord? record = null) => Kind switch
    {
        MailAddressKind.Agent => Name == agent,
        MailAddressKind.Rig => agent.StartsWith(Name + "/", StringComparison.Ordinal) || record?.Rig == Name,
        MailAddressKind.Crew => IsCrew(agent, record),
        _ => true,
    };

    public override string ToString() => Kind switch
    {
        MailAddressKind.Crew => CrewGroup,
        MailAddressKind.Town => TownGroup,
        MailAddressKind.Rig => RigGroup + Name,
        MailAddressKind.Queue => QueueMark + Name,
        _ => Name,
    };

    /// <summary>Registered as crew, named <c>rig/crew/name</c>, or a plain name: whoever works in a repository of their own. The mayor is none.</summary>
    private static bool IsCrew(string agent, AgentRecord? record) =>
        record?.Role is { } role ? role == AgentRecord.CrewRole : agent.Split('/') is [_, "crew", _] || (!agent.Contains('/') && agent != AgentRecord.MayorRole);

    /// <summary>The whole address must be good too: it names the file of its record.</summary>
    private static string CheckName(string text, string name, bool mayNest) =>
        AgentName.IsValid(text) && AgentName.IsValid(name) && (mayNest || !name.Contains('/')) ? name : throw MailErrors.BadAddress(text);
}
