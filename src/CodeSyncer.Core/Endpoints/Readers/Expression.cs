using System.Runtime.CompilerServices;
using System.Text;
using CodeSyncer.Core.Source.Tokens;

namespace CodeSyncer.Core.Endpoints.Readers;

/// <summary>Reads the text that an expression makes, as far as the source says it; what it does not say is <c>{=name}</c> or <c>{=}</c>.</summary>
internal static class Expression
{
    private const string Unknown = "{=}";

    /// <summary>Functions that only wrap a text.</summary>
    private static readonly HashSet<string> Wrappers = ["Uri", "URL", "parse", "create", "URI", "reverse_lazy", "fromHttpUrl", "fromUriString", "https", "http", "String", "base_path", "str"];

    /// <summary>Functions that fill a pattern.</summary>
    private static readonly HashSet<string> Fillers = ["format", "Sprintf", "sprintf", "Format"];

    /// <summary>Functions that put the parts of a path together.</summary>
    private static readonly HashSet<string> Joiners = ["CombineUri", "CombineUrl", "Combine", "urljoin", "url_join", "urlJoin", "joinPath", "JoinPath", "joinUrl", "resolve", "join"];

    /// <returns>Null: not even a part of it is known.</returns>
    public static string? Read(Code code, int from, int to)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var value = new StringBuilder();
        var known = false;
        for (var i = from; i < to;)
        {
            var token = code[i];
            if (token.Kind == TokenKind.Text)
            {
                known = true;
                var text = token.Text;
                // "..." % x and "...".format(x): what is filled in is unknown.
                if (code[i + 1].Is("%") || (code[i + 1].Is(".") && Fillers.Contains(code[i + 2].Text)) || (code[i + 1].Is(".") && code[i + 2].Text is "formatted"))
                    text = Filled(text);
                value.Append(text);
                i++;
                if (i < to && !IsJoin(code, i))
                    return code[i].Text is "%" or "." ? value.ToString() : null;
            }
            else if (token.Kind == TokenKind.Pattern)
            {
                return null;
            }
            else if (token.Kind == TokenKind.Word)
            {
                if (token.Text is "new" or "await" or "const" || (token.Text is "u" or "b" or "r" && code[i + 1].Kind == TokenKind.Text && code[i + 1].Start == token.Start + 1))
                {
                    i++;
                    continue;
                }

                i = ReadName(code, i, to, value, ref known);
                if (i < 0)
                    return null;
            }
            else if (token.Is("("))
            {
                var close = code.PairOf(i);
                if (close < 0)
                    return null;
                if (from == i && close == to - 1)
                    return Read(code, i + 1, close);
                value.Append(Unknown);
                i = close + 1;
            }
            else if (IsJoin(code, i))
            {
                i++;
            }
            else
            {
                return null;
            }
        }

        return known || value.Length > 0 ? value.ToString() : null;
    }

    private static bool IsJoin(Code code, int i) => code[i].Is("+") || (code.IsPhp && code[i].Is(".")) || code[i].Kind == TokenKind.Text;

    /// <summary>A name with dots, and the call that may stand behind it. Returns the place behind, -1 where it cannot be followed.</summary>
    private static int ReadName(Code code, int i, int to, StringBuilder value, ref bool known)
    {
        var name = new StringBuilder(code[i].Text);
        var last = code[i].Text;
        i++;
        while (i + 1 < to && code[i].Text is "." or "->" or "::" && !(code.IsPhp && code[i].Is(".")) && code[i + 1].Kind == TokenKind.Word)
        {
            last = code[i + 1].Text;
            name.Append('.').Append(last);
            i += 2;
        }

        if (i < to && code[i].Is("<") && code.GenericEnd(i) is > 0 and var generic && generic < to)
            i = generic + 1;
        if (i < to && code[i].Is("(") && code.PairOf(i) is > 0 and var close)
        {
            var arguments = code.Arguments(i);
            var inner = Joiners.Contains(last) && arguments.Count > 1 ? Joined(code, arguments, last is "urljoin" or "resolve") : IsAddress(last) && arguments is [var path] && Read(code, path.From, path.To) is { Length: > 0 } below && below[0] != '{' ? $"{Unknown}/{below.TrimStart('/')}" : Wrappers.Contains(last) || Fillers.Contains(last) ? arguments.Select(argument => Read(code, argument.From, argument.To)).FirstOrDefault() : null;
            value.Append(inner is null ? Unknown : Fillers.Contains(last) ? Filled(inner) : inner);
            known |= inner is not null;
            i = close + 1;
            // What is called on the result changes it in a way that nobody knows; toString and the like do not matter.
            while (i + 1 < to && code[i].Text is "." or "->" && code[i + 1].Kind == TokenKind.Word)
            {
                i += 2;
                if (i < to && code[i].Is("(") && code.PairOf(i) is > 0 and var end)
                    i = end + 1;
            }

            return i;
        }

        if (i < to && code[i].Is("[") && code.PairOf(i) is > 0 and var index)
        {
            value.Append(Unknown);
            return index + 1;
        }

        if (i < to && code[i].Is("!"))
            i++;
        value.Append(char.IsDigit(name[0]) ? name.ToString() : $"{{={name}}}");
        return i;
    }

    /// <summary><c>apiUrl('/users')</c>: puts an address in front of a path.</summary>
    private static bool IsAddress(string name) => name.EndsWith("Url", StringComparison.Ordinal) || name.EndsWith("URL", StringComparison.Ordinal) && name.Length > 3 || name.EndsWith("_url", StringComparison.Ordinal);

    /// <param name="isAddress">Whether a part that begins with a slash takes the place of the path before (RFC 3986, section 5.2).</param>
    private static string? Joined(Code code, List<(int From, int To)> parts, bool isAddress)
    {
        var texts = parts.Select(part => Read(code, part.From, part.To) ?? Unknown).ToList();
        return texts.TrueForAll(text => text == Unknown) ? null : texts.Aggregate((one, other) => isAddress && other.StartsWith('/')
            ? (one.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme ? one.IndexOf('/', scheme + 3) is > 0 and var path ? one[..path] : one : "") + other : $"{one.TrimEnd('/')}/{other.TrimStart('/')}");
    }

    /// <summary>The places of a pattern of printf, of Python's or of .NET's are expressions.</summary>
    private static string Filled(string text)
    {
        var value = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 1 < text.Length && (char.IsLetter(text[i + 1]) || text[i + 1] == '('))
            {
                if (text[i + 1] == '(' && text.IndexOf(')', i) is > 0 and var close)
                    i = close;
                i++;
                value.Append(Unknown);
            }
            else if (text[i] == '{' && text.IndexOf('}', i) is > 0 and var end && !text.AsSpan(i, 2).SequenceEqual("{="))
            {
                value.Append(Unknown);
                i = end;
            }
            else
            {
                value.Append(text[i]);
            }
        }

        return value.ToString();
    }
}
