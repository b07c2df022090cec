namespace CodeSyncer.Core.Source.Tokens;

internal enum TokenKind
{
    /// <summary>A name, a keyword or a number.</summary>
    Word,

    /// <summary>A string or a character.</summary>
    Text,

    /// <summary>A regular expression.</summary>
    Pattern,

    /// <summary>Any other sign, alone or one of <c>=&gt; -&gt; :: := == != &lt;= &gt;= ..</c>.</summary>
    Sign,
}
