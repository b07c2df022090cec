namespace CodeSyncer.Core.Ledger.Mail;
/// <summary>tmp</summary>
public sealed class Message(JsonFields fields) { public string? To => fields.String("to"); public string? ThreadId => fields.String("thread_id"); public DateTimeOffset CreatedAt => fields.Time("created_at") ?? default; }
