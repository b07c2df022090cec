namespace CodeSyncer.Core.Text;

/// <summary>Where words of prose, of identifiers and of paths end.</summary>
internal enum WordSplit
{
    /// <summary>At anything that is no letter or digit: <c>credit_card</c>.</summary>
    Whole,

    /// <summary>Where lower case turns to upper too: <c>CreditCard</c>, <c>OAuth</c>.</summary>
    Coarse,

    /// <summary>Where an acronym ends and at digits too: <c>PIIFilter</c>, <c>S3Backup</c>.</summary>
    Fine,
}
