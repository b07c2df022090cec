namespace CodeSyncer.Core.Configuration;

/// <summary>
/// Names under which tools keep credentials, as globs of <see cref="PathGlobs"/>. A name stands here only if a file of
/// that name seldom holds anything else: what a save leaves out is lost with the work tree.
/// </summary>
internal static class DefaultSecrets
{
    public static IReadOnlyList<string> Globs { get; } =
    [
        // Environment files; the samples that are made to be shared stay.
        ".env", ".env.*", "*.env", ".envrc", "!.env.example", "!.env.sample", "!.env.template", "!.env.dist", "!.env.defaults",
        "!example.env", "!sample.env", "!template.env",
        // Private keys and key stores. Apple's Keynote writes *.key too: the price of the commonest name of a private key.
        "*.pem", "*.key", "*.p12", "*.pfx", "*.p8", "*.jks", "*.keystore", "*.ppk", "*.kdbx", "*.kdb",
        "id_rsa*", "id_dsa*", "id_ecdsa*", "id_ed25519*", "!*.pub",
        // Package registries, networks, containers, databases.
        ".netrc", "_netrc", ".npmrc", ".pypirc", ".pgpass", ".my.cnf", ".htpasswd", ".git-credentials", ".dockercfg", ".vault-token", "kubeconfig",
        "**/.docker/config.json", "**/.kube/config", "**/.cargo/credentials", "**/.cargo/credentials.toml", "**/.gem/credentials",
        // Clouds and deployment.
        "**/.aws/credentials", "credentials.json", "client_secret*.json", "service-account*.json", "service_account*.json",
        "*.tfstate", "*.tfstate.*", "secrets.yml", "secrets.yaml", "secrets.json", "secrets.toml", "master.key",
    ];
}
