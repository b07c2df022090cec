using System.Globalization;
using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Ledger.Storage;

namespace CodeSyncer.Platform.Ledger;

/// <summary>Who changed what, when, from which value to which: read from the commits of the ledger.</summary>
public sealed class LedgerHistory(LedgerRepository ledger)
{
    /// <summary>The newest changes first.</summary>
    /// <param name="path">Only those of this item; null: of all.</param>
    /// <param name="limit">At most so many; 0: all.</param>
    public IEnumerable<LedgerEvent> Read(string? path, int limit)
    {
        if (ledger.Tip() is not { } tip)
            yield break;
        var arguments = new List<string> { "log", "--format=%H%x00%P%x00%an%x00%ct%x00%s" };
        if (limit > 0)
            arguments.Add($"-n{limit}");
        arguments.AddRange([tip, "--"]);
        if (path is not null)
            arguments.Add(path);
        foreach (var line in ledger.Git().Text([.. arguments]).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.Split('\0');
            var parent = fields[1].Split(' ')[0];
            var changes = Differences(parent.Length == 0 ? null : parent, fields[0], path);
            yield return new LedgerEvent(fields[0], fields[2], DateTimeOffset.FromUnixTimeSeconds(long.Parse(fields[3], CultureInfo.InvariantCulture)), fields[4], changes);
        }
    }

    private List<FieldChange> Differences(string? parent, string commit, string? path)
    {
        var changes = new List<FieldChange>();
        foreach (var (item, old, now) in LedgerTree.Differences(ledger.Tree(parent), ledger.Tree(commit)))
        {
            if (path is not null && path != item)
                continue;
            var (before, after) = (Fields(item, old), Fields(item, now));
            foreach (var key in before.Fields.Concat(after.Fields).Select(field => field.Key).Distinct(StringComparer.Ordinal).Where(key => key != "updated_at"))
            {
                var (was, isNow) = (Text(before, key), Text(after, key));
                if (was != isNow)
                    changes.Add(new FieldChange(item, key, was, isNow));
            }
        }

        return changes;
    }

    private JsonFields Fields(string path, string? blob)
    {
        try
        {
            return blob is null ? JsonFields.Empty : JsonFields.Parse(ledger.ReadBlob(blob));
        }
        catch (FormatException error)
        {
            throw LedgerErrors.BrokenItem(path, error.Message);
        }
    }

    private static string? Text(JsonFields fields, string key) =>
        fields.Raw(key) is { } raw ? fields.String(key) ?? Encoding.UTF8.GetString(raw.Span) : null;
}
