using System.Buffers;

namespace CodeSyncer.Core.Work.Secrets;

/// <summary>
/// The tokens whose form their vendors publish. Only forms with a prefix that nothing else has: a rule that needs to
/// guess would leave a developer's work out of a save.
/// </summary>
internal static class SecretPatterns
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";

    private static readonly SearchValues<char> Base62 = SearchValues.Create(Letters + Digits);
    private static readonly SearchValues<char> Word = SearchValues.Create(Letters + Digits + "_");
    private static readonly SearchValues<char> Dashed = SearchValues.Create(Letters + Digits + "-");
    private static readonly SearchValues<char> Base64Url = SearchValues.Create(Letters + Digits + "_-");
    private static readonly SearchValues<char> Dotted = SearchValues.Create(Letters + Digits + "_-.");
    private static readonly SearchValues<char> Slashed = SearchValues.Create(Letters + Digits + "/");
    private static readonly SearchValues<char> Base64 = SearchValues.Create(Letters + Digits + "+/");
    private static readonly SearchValues<char> Hex = SearchValues.Create(Digits + "abcdef");
    private static readonly SearchValues<char> Base32 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    private static readonly SearchValues<char> Bech32 = SearchValues.Create("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L");

    public static IReadOnlyList<SecretPattern> All { get; } =
    [
        // AWS IAM user guide, "IAM identifiers", unique ids: AKIA (access key) and ASIA (temporary), 20 characters.
        new("AWS access key", "AKIA", Base32, 16, 16),
        new("AWS access key", "ASIA", Base32, 16, 16),
        // Microsoft Learn, "Configure Azure Storage connection strings": a key of 64 bytes in base64.
        new("Azure storage key", "AccountKey=", Base64, 86, 86, "=="),
        // GitHub, "Behind GitHub's new authentication token formats" (2021): prefix, 30 random characters, checksum of 6; up to 255.
        new("GitHub token", "ghp_", Base62, 36, 251),
        new("GitHub token", "gho_", Base62, 36, 251),
        new("GitHub token", "ghu_", Base62, 36, 251),
        new("GitHub token", "ghs_", Base62, 36, 251),
        new("GitHub token", "ghr_", Base62, 36, 251),
        new("GitHub token", "github_pat_", Word, 82, 244),
        // GitLab documentation, "Token overview", token prefixes.
        new("GitLab token", "glpat-", Base64Url, 20, 300),
        // Slack API documentation, "Token types" and "Incoming webhooks".
        new("Slack token", "xoxb-", Dashed, 30, 300),
        new("Slack token", "xoxp-", Dashed, 30, 300),
        new("Slack token", "xoxa-", Dashed, 30, 300),
        new("Slack token", "xoxr-", Dashed, 30, 300),
        new("Slack token", "xoxe-", Dashed, 30, 300),
        new("Slack token", "xoxs-", Dashed, 30, 300),
        new("Slack token", "xapp-", Dashed, 60, 300),
        new("Slack webhook", "hooks.slack.com/services/T", Slashed, 38, 80),
        // Google Cloud documentation, "Manage API keys": 39 characters. OAuth client secrets: prefix and 28.
        new("Google API key", "AIza", Base64Url, 35, 35),
        new("Google OAuth secret", "GOCSPX-", Base64Url, 28, 28),
        // Anthropic and OpenAI API references, authentication; OpenRouter, "API authentication".
        new("Anthropic key", "sk-ant-", Base64Url, 80, 300),
        new("OpenAI key", "sk-proj-", Base64Url, 40, 300),
        new("OpenAI key", "sk-svcacct-", Base64Url, 40, 300),
        new("OpenAI key", "sk-admin-", Base64Url, 40, 300),
        new("OpenAI key", "sk-", Base62, 48, 48),
        new("OpenRouter key", "sk-or-v1-", Hex, 64, 64),
        // Stripe documentation, "API keys": live keys only, those of the test mode move no money.
        new("Stripe key", "sk_live_", Base62, 24, 250),
        new("Stripe key", "rk_live_", Base62, 24, 250),
        // The GitHub blog, "Announcing npm's new access token format" (2021); PyPI help, "API tokens" (a macaroon for pypi.org).
        new("npm token", "npm_", Base62, 36, 36),
        new("PyPI token", "pypi-AgEIcHlwaS5vcmc", Base64Url, 50, 1000),
        // SendGrid documentation, "API keys": 69 characters; Docker, DigitalOcean and HashiCorp Vault, notes on their token formats.
        new("SendGrid key", "SG.", Dotted, 66, 66),
        new("Docker Hub token", "dckr_pat_", Base64Url, 27, 60),
        new("DigitalOcean token", "dop_v1_", Hex, 64, 64),
        new("Vault token", "hvs.", Base64Url, 90, 300),
        // age, "The age file encryption format" (C2SP): Bech32 of 32 bytes in upper case.
        new("age key", "AGE-SECRET-KEY-1", Bech32, 58, 58),
    ];
}
