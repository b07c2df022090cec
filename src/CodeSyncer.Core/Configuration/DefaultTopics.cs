namespace CodeSyncer.Core.Configuration;

/// <summary>
/// The critical topics of a repository that configures none. A word stands here only if it seldom means something
/// else in a path: "token", "session" and "checkout" are left to the teams that mean them so.
/// </summary>
internal static class DefaultTopics
{
    public static IReadOnlyList<CriticalTopic> All { get; } =
    [
        new()
        {
            Name = "payment",
            Words =
            [
                "payment", "payments", "pay", "payout", "billing", "invoice", "invoices", "refund", "refunds", "stripe",
                "paypal", "credit card", "결제", "환불", "決済", "支付",
            ],
        },
        new()
        {
            Name = "security",
            Words =
            [
                "security", "auth", "authentication", "authorization", "login", "password", "passwords", "credential",
                "credentials", "secret", "secrets", "crypto", "encryption", "permission", "permissions", "oauth", "jwt",
                "saml", "sso", "rbac", "csrf", "보안", "인증", "認証",
            ],
        },
        new()
        {
            Name = "data_loss",
            Words =
            [
                "migration", "migrations", "migrate", "backup", "backups", "purge", "truncate", "wipe", "retention",
                "data loss", "백업", "마이그레이션",
            ],
        },
        new()
        {
            Name = "privacy",
            Words =
            [
                "privacy", "pii", "gdpr", "ccpa", "hipaa", "consent", "personal data", "anonymize", "anonymise",
                "개인정보", "個人情報", "隐私",
            ],
        },
    ];
}
