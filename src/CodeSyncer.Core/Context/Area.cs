namespace CodeSyncer.Core.Context;

/// <summary>The part of a repository that a heading stands for: the first two folders of a path.</summary>
public static class Area
{
    public const string Root = "(root)";

    public static string Of(string path)
    {
        var first = path.IndexOf('/');
        if (first < 0)
            return Root;
        var second = path.IndexOf('/', first + 1);
        return second < 0 ? path[..first] : path[..second];
    }

    /// <summary>Tags by area, sorted; within an area newest date first, then by path and text: never by line.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<Tags.Tag> Tags)> Group(IEnumerable<Tags.Tag> tags)
    {
        var areas = new Dictionary<string, List<Tags.Tag>>(StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            var area = Of(tag.Path);
            if (areas.TryGetValue(area, out var list))
                list.Add(tag);
            else
                areas[area] = [tag];
        }

        foreach (var name in areas.Keys.OrderBy(name => name == Root ? "" : name, StringComparer.Ordinal))
        {
            areas[name].Sort(Compare);
            yield return (name, areas[name]);
        }
    }

    private static int Compare(Tags.Tag left, Tags.Tag right)
    {
        var order = string.CompareOrdinal(right.Date ?? "", left.Date ?? "");
        if (order == 0)
            order = string.CompareOrdinal(left.Path, right.Path);
        if (order == 0)
            order = string.CompareOrdinal(left.Kind, right.Kind);
        if (order == 0)
            order = string.CompareOrdinal(left.Text, right.Text);
        return order == 0 ? string.CompareOrdinal(left.Id, right.Id) : order;
    }
}
