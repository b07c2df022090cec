namespace CodeSyncer.Core.Source.Tokens;

/// <summary>One piece of code.</summary>
/// <param name="Start">Its first character, as an offset into the text.</param>
/// <param name="End">Behind its last one.</param>
/// <param name="Text">As it is written; of a string its content, where an expression inside is written <c>{=name}</c>, or <c>{=}</c> if it is more than a name.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Text)
{
    public bool IsWord(string word) => Kind == TokenKind.Word && Text == word;

    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;

    public override string ToString() => Text;
}
