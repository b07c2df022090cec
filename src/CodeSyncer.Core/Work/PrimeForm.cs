namespace CodeSyncer.Core.Work;

/// <summary>How much an agent is told.</summary>
public enum PrimeForm
{
    /// <summary>A session begins.</summary>
    Whole,

    /// <summary>The agent has lost the older part of its context, and goes on.</summary>
    Reminder,
}
