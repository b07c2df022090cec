namespace CodeSyncer.Core.Configuration;

/// <summary>An area in which an agent must ask instead of infer: payment, security, data loss, privacy by default.</summary>
public sealed record CriticalTopic
{
    /// <summary>The key in the configuration, for instance <c>data_loss</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name as a sentence has it: <c>data loss</c>.</summary>
    public string Title => Name.Replace('_', ' ');

    /// <summary>
    /// Words and phrases that tell the topic, in paths and in prompts, as <see cref="Text.PhraseSet"/> finds them
    /// (<c>CreditCardForm.cs</c> holds "credit", "card" and "form"; <c>zahlung*</c> is every word that begins so).
    /// </summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Words and phrases that tell it in what people ask for, but not in a path: <c>drop table</c>.</summary>
    public IReadOnlyList<string> PromptWords { get; init; } = [];

    /// <summary>Phrases within which a word does not count: <c>pay attention</c>.</summary>
    public IReadOnlyList<string> NotWords { get; init; } = [];

    /// <summary>Globs (as in .gitignore) of the files that belong to the topic whatever they are called.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];
}
