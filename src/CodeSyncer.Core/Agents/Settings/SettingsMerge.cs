using CodeSyncer.Core.Errors;

namespace CodeSyncer.Core.Agents.Settings;

/// <summary>
/// Puts entries of ours into the <c>hooks</c> of an agent's settings, and takes them out, as text: everything else stays
/// byte for byte. What is put stands right behind the last element of its array, or alone in it without any white space
/// of its own, so that taking it out gives back the text that was there.
/// </summary>
/// <param name="file">As errors name it.</param>
/// <param name="isOurs">Whether a command is one of ours, of this version or another.</param>
public sealed class SettingsMerge(string file, Func<string, bool> isOurs)
{
    private const string Hooks = "hooks";

    /// <summary>The text with the entries in it; the same text where it holds just these already.</summary>
    /// <param name="text">Empty: there is no file yet.</param>
    /// <param name="required">Keys beside <c>hooks</c> that must be there, with their JSON; a value that is there stays.</param>
    /// <param name="trace">Of the merge before; what this one met.</param>
    /// <exception cref="CodeSyncerException">BadSettings: it is no JSON, or something else stands where an object or array must be.</exception>
    public string Put(string text, IReadOnlyList<SettingsEntry> entries, IReadOnlyList<(string Key, string Json)> required, ref SettingsTrace trace)
    {
        if (Holds(text, entries))
            return text;
        text = Remove(text, trace);
        var style = TextStyle.Of(text);
        var empty = new List<string>();
        var added = new List<string>();
        var root = Read(text);
        var isRootMade = root is null;
        if (root is null)
        {
            text += style.NewDocument(required, Hooks, entries);
            trace = new SettingsTrace([], [.. required.Select(key => key.Key)], true);
            return text;
        }

        CheckShape(text, root);
        foreach (var (key, json) in required.Where(key => root[key.Key] is null))
        {
            text = TextStyle.Insert(text, Read(text)!, $"\"{key}\": {json}");
            added.Add(key);
        }

        root = Read(text)!;
        if (root[Hooks] is { } hooks)
        {
            if (hooks.Members.Count == 0)
                empty.Add(Hooks);
            foreach (var group in entries.GroupBy(entry => entry.Event))
            {
                hooks = Read(text)![Hooks]!;
                if (hooks[group.Key] is not { } array)
                {
                    text = TextStyle.Insert(text, hooks, TextStyle.Member(group.Key, [.. group.Select(entry => entry.Json)]));
                    continue;
                }

                if (array.Items.Count == 0)
                    empty.Add(group.Key);
                foreach (var entry in group)
                    text = TextStyle.Insert(text, Read(text)![Hooks]![group.Key]!, entry.Json);
            }
        }
        else
        {
            text = TextStyle.Insert(text, root, style.HooksMember(Hooks, entries));
        }

        trace = new SettingsTrace(empty, added, isRootMade);
        return text;
    }

    /// <summary>The text without anything of ours; empty: nothing else was in it.</summary>
    /// <exception cref="CodeSyncerException">BadSettings.</exception>
    public string Remove(string text, SettingsTrace trace)
    {
        if (Read(text) is not { Kind: JsoncKind.Object })
            return text;
        var removed = false;
        while (FindOurs(Read(text)!) is { } found)
        {
            text = TextStyle.Cut(text, found.Siblings, found.Place, found.Container);
            removed = true;
            text = DropEmpty(text, found.Event, trace);
        }

        if (!removed)
            return text;
        foreach (var key in trace.Required)
            text = CutMember(text, Read(text)!, key);
        var root = Read(text)!;
        return trace.IsRootMade && root.Members.Count == 0 ? text[..root.Start] + text[root.End..].TrimStart('\r', '\n') : text;
    }

    /// <summary>Whether just these entries are there, and none of another version.</summary>
    public bool Holds(string text, IReadOnlyList<SettingsEntry> entries)
    {
        if (Read(text) is not { Kind: JsoncKind.Object } root || root[Hooks] is not { Kind: JsoncKind.Object } hooks)
            return entries.Count == 0;
        var found = new List<SettingsEntry>();
        foreach (var member in hooks.Members)
            found.AddRange(member.Value.Items.Where(Mentions).Select(item => new SettingsEntry(member.Key, text[item.Start..item.End])));
        return found.Count == entries.Count && entries.All(found.Contains);
    }

    private string DropEmpty(string text, string key, SettingsTrace trace)
    {
        var hooks = Read(text)![Hooks]!;
        if (hooks[key] is { Items.Count: 0 } && !trace.Empty.Contains(key))
            text = CutMember(text, hooks, key);
        return Read(text)![Hooks] is { Members.Count: 0 } && !trace.Empty.Contains(Hooks) ? CutMember(text, Read(text)!, Hooks) : text;
    }

    private static string CutMember(string text, JsoncNode container, string key)
    {
        var places = container.Members.Select(member => (member.Start, member.Value.End)).ToList();
        var place = container.Members.ToList().FindLastIndex(member => member.Key == key);
        return place < 0 ? text : TextStyle.Cut(text, places, place, container);
    }

    /// <summary>The first element of ours: a whole element of an event's array, or a handler within one that holds others too.</summary>
    private (string Event, JsoncNode Container, List<(int Start, int End)> Siblings, int Place)? FindOurs(JsoncNode root)
    {
        if (root[Hooks] is not { Kind: JsoncKind.Object } hooks)
            return null;
        foreach (var (key, array) in hooks.Members.Select(member => (member.Key, member.Value)))
        {
            for (var i = 0; i < array.Items.Count; i++)
            {
                var item = array.Items[i];
                if (!Mentions(item))
                    continue;
                if (item[Hooks] is { Kind: JsoncKind.Array } handlers && handlers.Items.Any(handler => !IsHandler(handler)))
                    return (key, handlers, Places(handlers), handlers.Items.ToList().FindIndex(IsHandler));
                return (key, array, Places(array), i);
            }
        }

        return null;
    }

    private static List<(int Start, int End)> Places(JsoncNode array) => [.. array.Items.Select(item => (item.Start, item.End))];

    private bool Mentions(JsoncNode item) => IsHandler(item) || (item[Hooks]?.Items.Any(IsHandler) ?? false);

    private bool IsHandler(JsoncNode node) =>
        node.Members.Any(member => member.Key is "command" or "bash" && member.Value.Text is { } command && isOurs(command));

    private void CheckShape(string text, JsoncNode root)
    {
        if (root.Kind != JsoncKind.Object)
            throw Bad(text, root, "the settings are no object");
        if (root[Hooks] is not { } hooks)
            return;
        if (hooks.Kind != JsoncKind.Object)
            throw Bad(text, hooks, "'hooks' is no object");
        foreach (var member in hooks.Members.Where(member => member.Value.Kind != JsoncKind.Array))
            throw Bad(text, member.Value, $"'hooks.{member.Key}' is no array");
    }

    private JsoncNode? Read(string text)
    {
        try
        {
            return new JsoncReader(text).Read();
        }
        catch (JsoncException error)
        {
            throw AgentErrors.BadSettings(file, error.Line, error.Message);
        }
    }

    private CodeSyncerException Bad(string text, JsoncNode node, string what) =>
        AgentErrors.BadSettings(file, text.AsSpan(0, node.Start).Count('\n') + 1, what);
}
