using CodeSyncer.Core.Errors;

namespace CodeSyncer.Core.Agents.Settings;

/// <summary>
/// Puts entries of ours into the <c>hooks</c> of an agent's settings, and takes them out, as text: everything else stays
/// byte for byte. What is put stands behind the last element of its array, or alone in it without any white space of its
/// own, so that taking it out, the last first, gives back the text that was there.
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
        if (Holds(text, entries) && required.All(key => Read(text)?[key.Key] is not null))
            return text;
        // What a file met that has been replaced since says nothing about this one.
        if (Read(text) is not { } before || !Cuts(text, before).Any())
            trace = SettingsTrace.Nothing;
        text = Remove(text, trace);
        var style = TextStyle.Of(text);
        if (Read(text) is not { } root)
        {
            var made = style.NewDocument(required, Hooks, entries);
            trace = new SettingsTrace([], [.. required.Select(key => key.Key)], true, true);
            // Behind a comment that no line end closes it would be a part of that.
            return JsoncGap.IsInLineComment(text.AsSpan().TrimStart('\uFEFF')) ? text.Insert(text.StartsWith('\uFEFF') ? 1 : 0, made) : text + made;
        }

        CheckShape(text, root, entries);
        var empty = new List<string>();
        var added = trace.Required.Where(key => root[key] is not null).ToList();
        foreach (var (key, json) in required.Where(key => root[key.Key] is null))
        {
            text = TextStyle.Insert(text, Read(text)!, $"\"{key}\": {json}");
            added.Add(key);
        }

        if (root[Hooks] is null)
        {
            text = TextStyle.Insert(text, Read(text)!, style.HooksMember(Hooks, entries));
        }
        else
        {
            if (root[Hooks]!.Members.Count == 0)
                empty.Add(Hooks);
            text = PutInto(text, entries, empty);
        }

        trace = new SettingsTrace(empty, added, trace.IsRootMade, trace.AreHooksMade || root[Hooks] is not { Members.Count: > 0 });
        return text;
    }

    /// <summary>The text without anything of ours; empty: nothing else was in it.</summary>
    /// <exception cref="CodeSyncerException">BadSettings.</exception>
    public string Remove(string text, SettingsTrace trace)
    {
        var removed = false;
        for (var root = Read(text); root is not null && Cuts(text, root).Reverse().FirstOrDefault() is { } last; root = Read(text))
        {
            text = TextStyle.Cut(text, last.Container, last.Place);
            text = DropEmpty(text, last.Hooks, last.Event, trace);
            removed = true;
        }

        if (!removed)
            return text;
        // Whoever has put hooks of their own beside ours needs these keys as well.
        if (!trace.AreHooksMade || Read(text)![Hooks] is not { Members.Count: > 0 })
        {
            foreach (var key in trace.Required.Reverse())
            {
                var root = Read(text)!;
                var place = root.Members.ToList().FindLastIndex(member => member.Key == key);
                text = place < 0 ? text : TextStyle.Cut(text, root, place);
            }
        }

        return trace.IsRootMade && Read(text) is { Kind: JsoncKind.Object } left && IsBlank(text, left)
            ? text[..left.Start] + WithoutLineEnd(text[left.End..])
            : text;
    }

    /// <summary>Whether just these entries are there, and none of another version.</summary>
    public bool Holds(string text, IReadOnlyList<SettingsEntry> entries)
    {
        if (Read(text) is not { } root)
            return entries.Count == 0;
        var found = Cuts(text, root).ToList();
        return found.Count == entries.Count && found.All(cut => cut.IsInForce)
            && entries.All(entry => found.Exists(cut => cut.Entry == entry));
    }

    private string PutInto(string text, IReadOnlyList<SettingsEntry> entries, List<string> empty)
    {
        foreach (var group in entries.GroupBy(entry => entry.Event))
        {
            var hooks = Read(text)![Hooks]!;
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

        return text;
    }

    /// <summary>Drops the array of an event, and the object of all events, that ours have made and that nothing is in.</summary>
    private string DropEmpty(string text, int hooksPlace, int eventPlace, SettingsTrace trace)
    {
        var hooks = Read(text)!.Members[hooksPlace].Value;
        var (key, _, array) = hooks.Members[eventPlace];
        if (!IsBlank(text, array) || trace.Empty.Contains(key))
            return text;
        text = TextStyle.Cut(text, hooks, eventPlace);
        var root = Read(text)!;
        return IsBlank(text, root.Members[hooksPlace].Value) && !trace.Empty.Contains(Hooks) ? TextStyle.Cut(text, root, hooksPlace) : text;
    }

    /// <summary>All elements of ours in their order: whole elements of an event's array, or handlers in one that holds others too.</summary>
    private IEnumerable<Ours> Cuts(string text, JsoncNode root)
    {
        for (var i = 0; i < root.Members.Count; i++)
        {
            var (name, _, hooks) = root.Members[i];
            for (var j = 0; name == Hooks && j < hooks.Members.Count; j++)
            {
                var (key, _, array) = hooks.Members[j];
                var isInForce = ReferenceEquals(root[Hooks], hooks) && ReferenceEquals(hooks[key], array);
                for (var k = 0; k < array.Items.Count; k++)
                {
                    var item = array.Items[k];
                    var entry = new SettingsEntry(key, text[item.Start..item.End]);
                    var handlers = item[Hooks]?.Items ?? [];
                    if (IsHandler(item) || (handlers.Count > 0 && handlers.All(IsHandler)))
                    {
                        yield return new Ours(i, j, array, k, entry, isInForce);
                        continue;
                    }

                    for (var l = 0; l < handlers.Count; l++)
                    {
                        if (IsHandler(handlers[l]))
                            yield return new Ours(i, j, item[Hooks]!, l, entry, isInForce);
                    }
                }
            }
        }
    }

    private bool IsHandler(JsoncNode node) =>
        node.Members.Any(member => member.Key is "command" or "bash" or "powershell" && member.Value.Text is { } command && isOurs(command));

    private static bool IsBlank(string text, JsoncNode container) => text.AsSpan(container.Start + 1, container.End - container.Start - 2).IsWhiteSpace();

    private static string WithoutLineEnd(string text) =>
        text.StartsWith("\r\n", StringComparison.Ordinal) ? text[2..] : text.StartsWith('\n') ? text[1..] : text;

    private void CheckShape(string text, JsoncNode root, IReadOnlyList<SettingsEntry> entries)
    {
        if (root.Kind != JsoncKind.Object)
            throw Bad(text, root, "the settings are no object");
        if (root[Hooks] is not { } hooks)
            return;
        if (hooks.Kind != JsoncKind.Object)
            throw Bad(text, hooks, "'hooks' is no object");
        foreach (var name in entries.Select(entry => entry.Event))
        {
            if (hooks[name] is { } array && array.Kind != JsoncKind.Array)
                throw Bad(text, array, $"'hooks.{name}' is no array");
        }
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

    /// <summary>Something of ours in a text.</summary>
    /// <param name="Hooks">Place of the member <c>hooks</c> in the root.</param>
    /// <param name="Event">Place of the event's member in that.</param>
    /// <param name="Container">The array that it is to be cut from.</param>
    /// <param name="Place">Its place in that.</param>
    /// <param name="Entry">The whole element of the event's array that it is, or stands in.</param>
    /// <param name="IsInForce">No later double of a key hides it.</param>
    private sealed record Ours(int Hooks, int Event, JsoncNode Container, int Place, SettingsEntry Entry, bool IsInForce);
}
