namespace CodeSyncer.Core.Ledger;

/// <summary>One key of an item with its value as it stands in the file, byte for byte.</summary>
/// <param name="Key">The key, unescaped.</param>
/// <param name="Raw">The value: UTF-8 JSON, without the white space around it.</param>
/// <param name="RawKey">The key as written, with its quotes.</param>
public readonly record struct JsonField(string Key, ReadOnlyMemory<byte> Raw, ReadOnlyMemory<byte> RawKey);
