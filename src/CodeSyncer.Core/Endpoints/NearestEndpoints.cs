namespace CodeSyncer.Core.Endpoints;

/// <summary>
/// Finds what a call that nobody answers may have meant. Endpoints are found by their words, so that a call is compared with a dozen of them
/// however many there are.
/// </summary>
internal sealed class NearestEndpoints
{
    /// <summary>So many are compared letter by letter.</summary>
    private const int Compared = 12;

    /// <summary>A word of more endpoints than this tells nothing: <c>api</c>.</summary>
    private const int TooCommon = 300;

    private readonly Dictionary<string, List<(Endpoint Endpoint, RouteTemplate Template)>> _byWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<char, string> _byFirstLetter;
    private readonly Dictionary<string, List<string>> _near = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Method, string Template), Endpoint?> _found = [];

    public NearestEndpoints(IEnumerable<Endpoint> known)
    {
        foreach (var endpoint in known)
        {
            var template = RouteTemplate.Parse(endpoint.Template);
            foreach (var word in WordsOf(template))
            {
                if (!_byWord.TryGetValue(word, out var list))
                    _byWord[word] = list = [];
                list.Add((endpoint, template));
            }
        }

        _byFirstLetter = _byWord.Keys.ToLookup(word => char.ToLowerInvariant(word[0]));
    }

    /// <summary>The one that needs the fewest changes, of those that have a word in common or nearly so; null: none is near.</summary>
    public Endpoint? Of(EndpointCall call)
    {
        if (_found.TryGetValue((call.Method, call.Template), out var known))
            return known;
        var asked = RouteTemplate.Parse(call.Template);
        var common = new Dictionary<Endpoint, (RouteTemplate Template, int Words)>(ReferenceEqualityComparer.Instance);
        foreach (var word in WordsOf(asked).SelectMany(word => _byWord.ContainsKey(word) ? [word] : Near(word)).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(word => _byWord[word].Count))
        {
            var of = _byWord[word];
            foreach (var (endpoint, template) in of.Count > TooCommon ? common.Count > 0 ? [] : of.Take(TooCommon) : of)
                common[endpoint] = (template, common.GetValueOrDefault(endpoint).Words + 1);
        }

        var best = common.OrderByDescending(one => one.Value.Words).ThenBy(one => Math.Abs(one.Value.Template.Segments.Count - asked.Segments.Count)).Take(Compared)
            .Select(one => (Endpoint: one.Key, Distance: Distance(asked, one.Value.Template) + (one.Key.Method == call.Method || one.Key.Method == "ANY" || call.Method == "ANY" ? 0 : 1)))
            .OrderBy(found => found.Distance).FirstOrDefault();
        return _found[(call.Method, call.Template)] = best.Distance <= asked.Text.Length ? best.Endpoint : null;
    }

    private static IEnumerable<string> WordsOf(RouteTemplate template) =>
        template.Segments.Where(segment => !RouteTemplate.IsParameter(segment)).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Known words that differ in a letter of three at most, and begin alike.</summary>
    private List<string> Near(string word)
    {
        if (!_near.TryGetValue(word, out var near))
            _near[word] = near = [.. _byFirstLetter[char.ToLowerInvariant(word[0])].Where(known => Math.Abs(known.Length - word.Length) <= word.Length / 3 && Text.NearestWord.Distance(word, known) <= word.Length / 3)];
        return near;
    }

    /// <summary>Characters to change, where a parameter is as good as any value.</summary>
    private static int Distance(RouteTemplate asked, RouteTemplate offered)
    {
        var (rows, columns) = (asked.Segments.Count, offered.Segments.Count);
        var costs = new int[rows + 1, columns + 1];
        for (var i = 0; i <= rows; i++)
        {
            for (var j = 0; j <= columns; j++)
            {
                if (i == 0 && j == 0)
                    continue;
                // A beginning that nobody offers is what is guessed most.
                var drop = i > 0 ? costs[i - 1, j] + (j == 0 ? 2 : Weight(asked.Segments[i - 1])) : int.MaxValue;
                var add = j > 0 ? costs[i, j - 1] + Weight(offered.Segments[j - 1]) : int.MaxValue;
                var change = i > 0 && j > 0 ? costs[i - 1, j - 1] + Difference(asked.Segments[i - 1], offered.Segments[j - 1]) : int.MaxValue;
                costs[i, j] = Math.Min(change, Math.Min(drop, add));
            }
        }

        return costs[rows, columns];
    }

    private static int Weight(string segment) => RouteTemplate.IsParameter(segment) ? 2 : segment.Length + 1;

    private static int Difference(string asked, string offered)
    {
        var (first, second) = (RouteTemplate.IsParameter(asked), RouteTemplate.IsParameter(offered));
        if (first && second)
            return 0;
        return second ? 1 : first ? 2 : Text.NearestWord.Distance(asked, offered);
    }
}
