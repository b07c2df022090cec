using System.Text;
using CodeSyncer.Core.Work;
using CsCheck;

namespace CodeSyncer.Core.Tests.Work;

/// <summary>No secret stands here in one piece: scanners of other tools would find it.</summary>
public class SecretContentTests
{
    private const string Random = "q7Rk2VzN9xBtW4mYc8LhJs3DfGp6TnKa5EwXuQv1ZoHiCyMbSrPdUjFgAeOl0I7k";
    private const string Hex = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly string KeyLine = "MIIEowIBAAKCAQEAx" + Random[..47];

    public static TheoryData<string, string> Tokens() => new()
    {
        { "AWS access key", "AKIA" + "Q7RK2VZN4XBTW4MY" },
        { "AWS access key", "ASIA" + "Q7RK2VZNQXBTWAMY" },
        { "GitHub token", "ghp" + "_" + Random[..36] },
        { "GitHub token", "ghs" + "_" + Random[..40] },
        { "GitHub token", "github" + "_pat_" + Random[..22] + "_" + Random[5..] },
        { "GitLab token", "glpat" + "-" + Random[..20] },
        { "Slack token", "xoxb" + "-" + "2917465038-8215930746-" + Random[..24] },
        { "Slack token", "xapp" + "-" + "1-A0291746503-8215930746-" + Hex },
        { "Slack webhook", "https://hooks.slack" + ".com/services/T0291746/B0821593/" + Random[..24] },
        { "Google API key", "AI" + "za" + Random[..35] },
        { "Google OAuth secret", "GOC" + "SPX-" + Random[..28] },
        { "Anthropic key", "sk-" + "ant-api03-" + Random + "-" + Random[3..30] },
        { "OpenAI key", "sk-" + Random[..48] },
        { "OpenAI key", "sk-" + "proj-" + Random + "_" + Random[3..] },
        { "OpenRouter key", "sk-" + "or-v1-" + Hex },
        { "Stripe key", "sk" + "_live_" + Random[..24] },
        { "npm token", "npm" + "_" + Random[..36] },
        { "PyPI token", "pypi" + "-AgEIcHlwaS5vcmc" + Random },
        { "SendGrid key", "SG" + "." + Random[..22] + "." + Random[..43] },
        { "Docker Hub token", "dckr" + "_pat_" + Random[..27] },
        { "DigitalOcean token", "dop" + "_v1_" + Hex },
        { "Vault token", "hvs" + "." + Random + Random[..30] },
        { "Azure storage key", "DefaultEndpointsProtocol=https;Account" + "Key=" + Random + Random[..22] + "==;EndpointSuffix=x" },
        { "age key", "AGE-SECRET" + "-KEY-1" + "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L".Insert(9, "W0XS") + "ZRY0X8GF2TVDW0S3JN54KH" },
        { "private key", Pem("RSA PRIVATE KEY", KeyLine) },
        { "private key", Pem("PRIVATE KEY", KeyLine) },
        { "private key", Pem("ENCRYPTED PRIVATE KEY", KeyLine) },
        { "private key", Pem("OPENSSH PRIVATE KEY", "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW") },
        { "private key", Pem("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n" + KeyLine) },
        { "private key", Pem("PGP PRIVATE KEY BLOCK", "Version: 2\r\n\r\n" + KeyLine) },
        { "private key", "{\"private_key\": \"" + Pem("PRIVATE KEY", KeyLine).Replace("\n", "\\n", StringComparison.Ordinal) + "\"}" },
        { "private key", "key = \"" + Pem("PRIVATE KEY", KeyLine).Replace("\n", "\\n\" +\n    \"", StringComparison.Ordinal) + "\";" },
        { "private key", "PuTTY-User-Key" + "-File-3: ssh-ed25519\nEncryption: none\nPublic-Lines: 2\nAAAA\nPrivate-Lines: 1\nAAAA\n" },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public void A_secret_is_found_wherever_it_stands(string kind, string text)
    {
        Assert.Equal(kind, Look(text));
        Assert.Equal(kind, Look($"export TOKEN=\"{text}\"\r\n"));
        Assert.Equal(kind, Look(new string('-', 100_000) + "\n" + text + "\n" + new string('z', 100)));
        Assert.Equal(kind, SecretContent.LooksLikeSecret([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]));
        Assert.Equal(kind, SecretContent.LooksLikeSecret([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AKIA" + "IOSFODNN7EXAMPLE")]
    [InlineData("AKIA" + "XXXXXXXXXXXXXXXX")]
    [InlineData("ghp" + "_************************************")]
    [InlineData("ghp" + "_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("ghp" + "_abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("ghp" + "_YourPersonalAccessToken1YourPersonal12")]
    [InlineData("sk-xxxx")]
    [InlineData("sk-...")]
    [InlineData("task-" + Random)]
    [InlineData("npm_config_user_agent npm_package_json npm_lifecycle_event_of_some_length_1")]
    [InlineData("x" + "AI" + "za" + "q7Rk2VzN9xBtW4mYc8LhJs3DfGp6TnKa5Ew")]
    [InlineData("AI" + "za" + "q7Rk2VzN9xBtW4mYc8LhJs3DfGp6TnKa5EwXuQ")]
    [InlineData("sk" + "_test_" + "q7Rk2VzN9xBtW4mYc8LhJs3D")]
    [InlineData("-----BEGIN " + "PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu1SU1LfVLPHCozMxH2Mo\n")]
    [InlineData("if (text.StartsWith(\"-----BEGIN " + "PRIVATE KEY-----\")) return Read(text, StringComparison.Ordinal, culture: null);")]
    [InlineData("-----BEGIN " + "RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN " + "RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA...\n-----END")]
    [InlineData("-----BEGIN " + "RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN " + "PRIVATE KEY")]
    [InlineData("PuTTY-User-Key" + "-File-3: is the first line of such a file")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U")]
    public void Placeholders_and_what_only_speaks_of_keys_are_no_secrets(string text) => Assert.Null(Look(text));

    [Fact]
    public void A_secret_is_found_at_every_place_of_a_large_file()
    {
        var token = Encoding.ASCII.GetBytes("ghp" + "_" + Random[..36]);
        Gen.Int[0, 70_000].Sample(at =>
        {
            var content = new byte[70_100];
            token.CopyTo(content, at);
            Assert.Equal("GitHub token", SecretContent.LooksLikeSecret(content));
            if (at > 0)
                content[at - 1] = (byte)'x';
            Assert.Equal(at > 0 ? null : "GitHub token", SecretContent.LooksLikeSecret(content));
        }, iter: 500);
    }

    [Fact]
    public void Random_bytes_are_no_secret_and_no_crash() =>
        Gen.OneOf(Gen.Byte.Array[0, 2000], Gen.OneOfConst("-----BEGIN ", "PRIVATE KEY-----", "\n", ":", "sk-", "AKIA", "ghp_", "PuTTY-User-Key-File-", "é", "\uFEFF")
            .Array[0, 40].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts)))).Sample(bytes => Assert.Null(SecretContent.LooksLikeSecret(bytes)), iter: 5000);

    private static string? Look(string text) => SecretContent.LooksLikeSecret(Encoding.UTF8.GetBytes(text));

    private static string Pem(string label, string body) => $"-----BEGIN {label}-----\n{body}\n-----END {label}-----\n";
}
