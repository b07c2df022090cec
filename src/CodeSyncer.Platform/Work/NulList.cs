namespace CodeSyncer.Platform.Work;

/// <summary>Pieces of bytes that each end in NUL, as git lists paths with <c>-z</c>.</summary>
internal static class NulList
{
    public static Pieces Of(byte[] content) => new(content);

    /// <summary>Goes through the pieces; what stands behind the last NUL is one too.</summary>
    public ref struct Pieces(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> _rest = rest;

        public ReadOnlySpan<byte> Current { get; private set; }

        public readonly Pieces GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_rest.IsEmpty)
                return false;
            var end = _rest.IndexOf((byte)0);
            Current = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? [] : _rest[(end + 1)..];
            return true;
        }
    }
}
