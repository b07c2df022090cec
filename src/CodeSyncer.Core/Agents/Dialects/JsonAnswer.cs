using CodeSyncer.Core.Ledger;

namespace CodeSyncer.Core.Agents.Dialects;

/// <summary>Answers as one line of JSON.</summary>
internal static class JsonAnswer
{
    public static string Line(JsonFields fields) => fields.Fields.Count == 0 ? "" : fields + "\n";
}
