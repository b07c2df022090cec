using System.Text;
using CodeSyncer.Core.Errors;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger.Storage;

namespace CodeSyncer.Platform.Ledger.Sync;

/// <summary>
/// A git remote as a place to keep the ledger: the ref <c>refs/codesyncer/ledger</c> in it. Reached by the git command,
/// with the addresses, credentials and proxies that the user's repository is configured with.
/// </summary>
internal sealed class LedgerRemote
{
    public const string Ref = "refs/codesyncer/ledger";

    private readonly LedgerRepository _ledger;
    private readonly string _fetchFrom;
    private readonly string _pushTo;
    private readonly string[] _settings;

    /// <param name="name">A remote of the user's repository, or an address.</param>
    /// <exception cref="CodeSyncerException">There is no such remote.</exception>
    public LedgerRemote(LedgerRepository ledger, GitRepository repository, string name)
    {
        _ledger = ledger;
        Name = name;
        var git = repository.Git();
        var address = name.StartsWith('-') ? null : git.TryText("remote", "get-url", name);
        if (address is null && !LooksLikeAddress(name))
            throw LedgerErrors.UnknownRemote(name);
        // A path is relative to the user's repository, not to ours.
        string Absolute(string url) => !url.Contains(':', StringComparison.Ordinal) && !Path.IsPathRooted(url)
            ? Path.GetFullPath(url, repository.WorkTree ?? repository.GitDirectory) : url;
        _fetchFrom = Absolute(address ?? name);
        _pushTo = Absolute(address is null ? name : git.TryText("remote", "get-url", "--push", name) ?? address);
        _settings = ["-c", $"include.path={Path.Combine(repository.CommonDirectory, "config")}", "-c", "core.bare=true"];
    }

    public string Name { get; }

    /// <summary>The commit that the remote has; null: it has no ledger.</summary>
    public string? Tip()
    {
        var lines = Run("read from", "ls-remote", "--", _fetchFrom, Ref);
        var line = lines.Split('\n').FirstOrDefault(line => line.EndsWith("\t" + Ref, StringComparison.Ordinal));
        return line?[..line.IndexOf('\t', StringComparison.Ordinal)];
    }

    /// <summary>Brings the remote's commits here.</summary>
    public void Fetch() =>
        Run("read from", "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--refmap=", "--", _fetchFrom, $"+{Ref}:{TrackingRef}");

    /// <summary>Gives the remote our commit, where it still has what ours is made on; false: it has moved meanwhile.</summary>
    public bool TryPush(string commit)
    {
        var (code, _, error) = _ledger.Git().Run(null, [.. _settings, "push", "--porcelain", "--no-verify", "--", _pushTo, $"{commit}:{Ref}"]);
        if (code == 0)
            return true;
        if (Tip() is var tip && tip != commit && IsBehind(error, tip))
            return false;
        throw LedgerErrors.RemoteRefused(Name, "write to", FirstLine(error));
    }

    private string TrackingRef => "refs/remotes/" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Name.Length > 60 ? Name[..60] : Name)) + "/ledger";

    /// <summary>Whether it was refused because somebody else was faster, which the next round puts right.</summary>
    private bool IsBehind(string error, string? tip) =>
        tip is not null && (error.Contains("fetch first", StringComparison.Ordinal) || error.Contains("non-fast-forward", StringComparison.Ordinal)
            || error.Contains("failed to update ref", StringComparison.Ordinal) || error.Contains("cannot lock ref", StringComparison.Ordinal)
            || error.Contains("stale info", StringComparison.Ordinal) || _ledger.Git().Run(null, "cat-file", "-e", tip).ExitCode != 0);

    private string Run(string what, params ReadOnlySpan<string> arguments)
    {
        var (code, output, error) = _ledger.Git().Run(null, [.. _settings, .. arguments]);
        return code == 0 ? Encoding.UTF8.GetString(output) : throw LedgerErrors.RemoteRefused(Name, what, FirstLine(error));
    }

    private static bool LooksLikeAddress(string name) =>
        !name.StartsWith('-') && (name.Contains("://", StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || Directory.Exists(name));

    private static string FirstLine(string error)
    {
        var lines = error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.FirstOrDefault(line => line.StartsWith("fatal:", StringComparison.Ordinal) || line.StartsWith("error:", StringComparison.Ordinal) || line.StartsWith("remote:", StringComparison.Ordinal))
            ?? lines.FirstOrDefault() ?? "no reason was given";
    }
}
