using System.Globalization;
using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;

namespace CodeSyncer.Core.Ledger.Beads;

/// <summary>What each field of a bead may hold, and how a text becomes its value.</summary>
public static class BeadFields
{
    private const int LongestTitle = 500;
    private const int LongestWord = 50;

    private static readonly Dictionary<string, BeadFieldKind> Kinds = BeadKeys.All.ToDictionary(key => key, key => key switch
    {
        "title" => BeadFieldKind.Title,
        "status" or "issue_type" => BeadFieldKind.Word,
        "priority" => BeadFieldKind.Priority,
        "estimated_minutes" or "timeout" => BeadFieldKind.Number,
        "ephemeral" or "no_history" or "pinned" or "is_template" => BeadFieldKind.Flag,
        "due_at" or "defer_until" or "last_activity" => BeadFieldKind.Time,
        "metadata" or "bonded_from" => BeadFieldKind.Json,
        "labels" or "waiters" => BeadFieldKind.List,
        "id" or "content_hash" or "created_at" or "created_by" or "updated_at" or "started_at" or "closed_at" or "close_reason" or "closed_by_session"
            or "compaction_level" or "compacted_at" or "compacted_at_commit" or "original_size" or "dependencies" or "comments"
            or "deleted_at" or "deleted_by" or "delete_reason" or "original_type" or "claim" or "history" => BeadFieldKind.Fixed,
        _ => BeadFieldKind.Text,
    }, StringComparer.Ordinal);

    /// <summary>The fields that an update may set, for completion.</summary>
    public static IReadOnlyList<string> Editable { get; } = [.. BeadKeys.All.Where(key => Kinds[key] != BeadFieldKind.Fixed)];

    /// <summary>The raw value of a text for a field; null clears the field.</summary>
    /// <exception cref="CodeSyncerException">UnknownField, FixedField, BadTitle or BadValue.</exception>
    public static byte[]? Parse(string key, string value)
    {
        if (!Kinds.TryGetValue(key, out var kind))
            throw LedgerErrors.UnknownField(key, NearestWord.Of(key, Editable));
        if (kind == BeadFieldKind.Fixed)
            throw LedgerErrors.FixedField(key, Instead(key));
        if (kind == BeadFieldKind.Title)
            return JsonText.Encode(CheckTitle(value));
        if (value.Length == 0)
            return kind is BeadFieldKind.Word or BeadFieldKind.Priority ? throw LedgerErrors.BadValue(key, value, "give it a value") : null;
        return kind switch
        {
            BeadFieldKind.Word => JsonText.Encode(CheckWord(key, value)),
            BeadFieldKind.Priority => value.Length == 1 && value[0] is >= '0' and <= '4' ? Encoding.UTF8.GetBytes(value)
                : throw LedgerErrors.BadValue(key, value, "a priority is 0 (most urgent) to 4"),
            BeadFieldKind.Number => long.TryParse(value, NumberStyles.None, null, out var number) ? Encoding.UTF8.GetBytes($"{number}")
                : throw LedgerErrors.BadValue(key, value, "give a whole number"),
            BeadFieldKind.Flag => value switch { "true" => "true"u8.ToArray(), "false" => null, _ => throw LedgerErrors.BadValue(key, value, "say true or false") },
            BeadFieldKind.Time => JsonText.Encode(CheckTime(key, value)),
            BeadFieldKind.Json => CheckJson(key, value),
            BeadFieldKind.List => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList() is { Count: > 0 } list
                ? JsonFields.Empty.With(key, key == "labels" ? list.Select(CheckLabel) : list).Raw(key)!.Value.ToArray() : null,
            _ => JsonText.Encode(key == "assignee" ? CheckName(value)! : value),
        };
    }

    /// <summary>The name of an assignee; null and empty are nobody.</summary>
    public static string? CheckName(string? name) => string.IsNullOrEmpty(name) || AgentName.IsValid(name)
        ? name : throw LedgerErrors.BadValue("assignee", name, "a name is one line of 1 to 80 bytes");

    /// <summary>The title without white space around it: 1 to 500 bytes of UTF-8, one line.</summary>
    public static string CheckTitle(string title)
    {
        var trimmed = title.Trim();
        return trimmed.Length > 0 && !trimmed.Any(char.IsControl) && Encoding.UTF8.GetByteCount(trimmed) <= LongestTitle
            ? trimmed : throw LedgerErrors.BadTitle(title);
    }

    /// <summary>A state, type or type of dependency: letters, digits, <c>_ - . :</c>, at most 50.</summary>
    public static string CheckWord(string what, string word) =>
        word.Length is > 0 and <= LongestWord && char.IsAsciiLetterOrDigit(word[0]) && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':')
            ? word : throw LedgerErrors.BadValue(what, word, "use one word of letters, digits, '_' and '-'");

    /// <summary>A label without white space around it: one line without commas, at most 100 characters.</summary>
    public static string CheckLabel(string label)
    {
        var trimmed = label.Trim();
        return trimmed.Length is > 0 and <= 100 && !trimmed.Any(c => char.IsControl(c) || c == ',')
            ? trimmed : throw LedgerErrors.BadValue("label", label, "a label is one line of 1 to 100 characters without commas");
    }

    private static string CheckTime(string key, string value) =>
        LedgerTime.TryParse(value, out _) ? value
        : LedgerTime.TryParse(value + "T00:00:00Z", out _) ? value + "T00:00:00Z"
        : throw LedgerErrors.BadValue(key, value, "give a day (2026-11-30) or a time with its offset (2026-11-30T09:00:00Z)");

    private static byte[] CheckJson(string key, string value)
    {
        try
        {
            // As one value of an object: what is no JSON, or more than one value, is refused there.
            var raw = JsonFields.Parse($"{{\"{key}\":{value}}}").Raw(key)!.Value;
            return Encoding.UTF8.GetString(raw.Span) == value.Trim() ? raw.ToArray() : throw new FormatException();
        }
        catch (FormatException)
        {
            throw LedgerErrors.BadValue(key, value, "give one value of JSON");
        }
    }

    private static string Instead(string key) => key switch
    {
        "closed_at" or "close_reason" or "closed_by_session" => "use 'bead close' or 'bead reopen'",
        "dependencies" => "use 'bead dep add' or 'bead dep remove'",
        "comments" => "use 'bead comment'",
        "started_at" or "claim" => "use 'bead claim' or 'bead release'",
        "deleted_at" or "deleted_by" or "delete_reason" or "original_type" => "use 'bead delete'",
        _ => "it is kept as it was made",
    };
}
