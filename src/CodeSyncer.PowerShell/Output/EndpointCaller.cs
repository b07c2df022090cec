using CodeSyncer.Core.Endpoints;

namespace CodeSyncer.PowerShell.Output;

/// <summary>A place that calls an endpoint; of Get-Endpoint -Unmatched, one that calls what nobody offers; of -Call, with what answers it.</summary>
public sealed class EndpointCaller : TerminalText
{
    internal EndpointCaller(EndpointCall call, Func<string, string> rootOf, Endpoint? nearest = null, IReadOnlyList<Endpoint>? answers = null)
    {
        Method = call.Method;
        Route = call.Template;
        HostAddress = call.Host;
        Rig = call.Rig;
        File = call.Path;
        FullName = System.IO.Path.Combine(rootOf(call.Rig), call.Path.Replace('/', System.IO.Path.DirectorySeparatorChar));
        Line = call.Line;
        Framework = call.Framework;
        Answers = [.. (answers ?? []).Select(answer => new EndpointInfo(new OfferedEndpoint(answer, []), rootOf))];
        Nearest = nearest is null ? null : new EndpointInfo(new OfferedEndpoint(nearest, []), rootOf);
    }

    public string Method { get; }

    /// <summary>As far as the source says it.</summary>
    public string Route { get; }

    /// <summary>Scheme and host, where the source says them.</summary>
    public string? HostAddress { get; }

    public string Rig { get; }

    /// <summary>Relative to the root of the repository, with <c>/</c>.</summary>
    public string File { get; }

    public string FullName { get; }

    public int Line { get; }

    public string Framework { get; }

    /// <summary>Empty: nobody offers it, or somebody elsewhere.</summary>
    public IReadOnlyList<EndpointInfo> Answers { get; }

    /// <summary>What somebody does offer, and is likest.</summary>
    public EndpointInfo? Nearest { get; }

    /// <summary>The place as a view shows it.</summary>
    public string Place => Rig.Length == 0 ? $"{File}:{Line}" : $"{Rig}/{File}:{Line}";

    /// <summary>What answers it as a view shows it, or what is near.</summary>
    public string Offer => Answers.Count > 0 ? string.Join(", ", Answers.Select(answer => $"{answer} ({answer.Place})")) : Nearest is null ? "" : $"nearest: {Nearest} ({Nearest.Place})";

    public override string ToString() => Place;
}
