using CodeSyncer.Core.Endpoints;

namespace CodeSyncer.PowerShell.Output;

/// <summary>What a project offers, as Get-Endpoint gives it.</summary>
public sealed class EndpointInfo : TerminalText
{
    internal EndpointInfo(OfferedEndpoint offered, Func<string, string> rootOf)
    {
        var endpoint = offered.Endpoint;
        Method = endpoint.Method;
        Route = endpoint.Template;
        Rig = endpoint.Rig;
        Project = endpoint.Project;
        File = endpoint.Path;
        FullName = System.IO.Path.Combine(rootOf(endpoint.Rig), endpoint.Path.Replace('/', System.IO.Path.DirectorySeparatorChar));
        Line = endpoint.Line;
        Framework = endpoint.Framework;
        Request = endpoint.Request;
        Response = endpoint.Response;
        Callers = [.. offered.Callers.Select(caller => new EndpointCaller(caller, rootOf))];
    }

    /// <summary>In capitals; <c>ANY</c>: the source binds none.</summary>
    public string Method { get; }

    /// <summary>As it is served, with its places for values; <c>?</c>: it is built at run time.</summary>
    public string Route { get; }

    /// <summary>Empty: a repository on its own.</summary>
    public string Rig { get; }

    /// <summary>Folder of the project in the repository.</summary>
    public string Project { get; }

    /// <summary>Relative to the root of the repository, with <c>/</c>.</summary>
    public string File { get; }

    public string FullName { get; }

    public int Line { get; }

    public string Framework { get; }

    /// <summary>The type that it takes, where the source names it.</summary>
    public string? Request { get; }

    public string? Response { get; }

    public IReadOnlyList<EndpointCaller> Callers { get; }

    /// <summary>The place as a view shows it.</summary>
    public string Place => Rig.Length == 0 ? $"{File}:{Line}" : $"{Rig}/{File}:{Line}";

    public override string ToString() => $"{Method} {Route}";
}
