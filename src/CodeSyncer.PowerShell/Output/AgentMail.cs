using CodeSyncer.Core.Ledger.Mail;

namespace CodeSyncer.PowerShell.Output;

/// <summary>A message between agents, as one of them sees it.</summary>
public sealed class AgentMail : TerminalText
{
    private readonly Message _message;
    private readonly string _reader;

    internal AgentMail(Message message, string reader, string repository)
    {
        _message = message;
        _reader = reader;
        Repository = repository;
    }

    public string Id => _message.Id;

    public string From => _message.From;

    public string To => _message.To;

    public string Subject => _message.Subject;

    public string Body => _message.Body;

    /// <summary><c>urgent</c>, <c>high</c>, <c>normal</c>, <c>low</c> or <c>lowest</c>.</summary>
    public string Priority => MailPriority.Word(_message.Priority);

    public string Type => _message.Type;

    public DateTime SentAt => _message.CreatedAt.LocalDateTime;

    public string Thread => _message.ThreadId;

    /// <summary>The message that it answers. (As <c>ReplyTo</c> it would bind to that parameter, where its own id is meant.)</summary>
    public string? InReplyTo => _message.ReplyTo;

    public bool IsUnread => MailBox.IsUnread(_reader, _message);

    public string[] ReadBy => [.. _message.ReadBy.Keys];

    public string[] ConfirmedBy => [.. _message.AckedBy.Keys];

    /// <summary>Of mail to a queue: who took it.</summary>
    public string? TakenBy => _message.ClaimedBy;

    public string Repository { get; }

    public override string ToString() => $"{Id}: {Subject}";
}
