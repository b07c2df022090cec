using System.Text;

namespace CodeSyncer.Platform.Git;

/// <summary>
/// A path in double quotes with C escapes, as git reads it in lists of paths and of directories. Source: git's
/// documentation of <c>core.quotePath</c> and of <c>GIT_ALTERNATE_OBJECT_DIRECTORIES</c>.
/// </summary>
internal static class QuotedPath
{
    public static string Of(string path)
    {
        var quoted = new StringBuilder("\"", path.Length + 2);
        foreach (var letter in path)
        {
            if (letter is '"' or '\\')
                quoted.Append('\\').Append(letter);
            else if (letter < ' ' || letter == '\x7f')
                quoted.Append('\\').Append(Convert.ToString(letter, 8).PadLeft(3, '0'));
            else
                quoted.Append(letter);
        }

        return quoted.Append('"').ToString();
    }
}
