namespace CodeSyncer.Core.Configuration;

/// <summary>An area in which an agent must ask instead of infer: payment, security, data loss, privacy by default.</summary>
public sealed record CriticalTopic
{
    /// <summary>The key in the configuration, for instance <c>data_loss</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name as a sentence has it: <c>data loss</c>.</summary>
    public string Title => Name.Replace('_', ' ');

    /// <summary>
    /// Words and phrases that tell the topic, in any case; in a path they are compared with its words
    /// (<c>CreditCardForm.cs</c> holds "credit", "card" and "form").
    /// </summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Globs (as in .gitignore) of the files that belong to the topic whatever they are called.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];
}
