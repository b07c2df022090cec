using System.Text;
using CodeSyncer.Core.Agents;
using CodeSyncer.Core.Agents.Settings;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.GitHooks;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>
/// Plans our entries in the settings of agents: in the person's own file of this work tree, which git is told to leave out;
/// with <c>--shared</c> in the team's, guarded by the executable's presence. A file that git tracks is the team's: there our
/// command would fail for every colleague, so it stays as it is otherwise.
/// </summary>
internal sealed class AgentSettings
{
    private readonly string _root;
    private readonly string _executable;
    private readonly InitMode _mode;
    private readonly bool _isRepository;

    public AgentSettings(GitRepository repository, string executable, InitMode mode)
        : this(RealPath.Of(repository.WorkTree!), executable, mode, isRepository: true)
    {
    }

    private AgentSettings(string root, string executable, InitMode mode, bool isRepository) =>
        (_root, _executable, _mode, _isRepository) = (root, executable, mode, isRepository);

    /// <summary>The files that hold entries of ours once the plan is done.</summary>
    public List<AgentWiring> Wired { get; } = [];

    /// <summary>Patterns for git's exclude file.</summary>
    public List<string> Hidden { get; } = [];

    /// <summary>Files and folders that are not there yet.</summary>
    public List<string> Created { get; } = [];

    public List<string> ToCommit { get; } = [];

    /// <summary>In the root of a town, which is in no repository.</summary>
    public static AgentSettings OfTown(string root, string executable) => new(RealPath.Of(root), executable, InitMode.Private, isRepository: false);

    /// <summary>The agents of the catalog that are named.</summary>
    /// <exception cref="CodeSyncerException">One is not known; the error names the nearest.</exception>
    public static List<AgentProfile> Named(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => AgentCatalog.Find(name)
            ?? throw AgentErrors.UnknownAgentProgram(name, NearestWord.Of(name, AgentCatalog.All.Select(agent => agent.Name)), AgentCatalog.All.Select(agent => agent.Name)))];

    public PlanStep Plan(AgentProfile agent, AgentWiring? before)
    {
        var name = NameOf(agent);
        var path = FileOf(agent);
        if (RealPath.Of(path) != path)
            return PlanStep.Warning(name, $"is or lies behind a symbolic link, to {RealPath.Of(path)}: it is not followed, and {agent.Title} is not wired");
        if (_isRepository && _mode != InitMode.Shared && new GitCommand(_root).TryText("ls-files", "--error-unmatch", "--", path) is not null)
            return PlanStep.Warning(name, $"is tracked, so it stays as it is: our command would fail for every colleague; 'init --shared --agents {agent.Name}' writes one that does not");
        try
        {
            var text = Read(path);
            var trace = before?.File == path ? before.Trace : SettingsTrace.Nothing;
            var after = Merge(agent, name).Put(text, [.. Entries(agent)], _mode == InitMode.Shared ? agent.SharedRequired : agent.Required, ref trace);
            Wired.Add(new AgentWiring(agent.Name, path, trace));
            if (_mode == InitMode.Shared)
                ToCommit.Add(name);
            else
                Hidden.Add("/" + name);
            NoteCreated(path);
            var done = $"{agent.Title} asks us at {agent.Hooks.Count} events{(agent.LeftToDo is null ? "" : $"; {agent.LeftToDo}")}";
            return after == text ? PlanStep.Same(name, done) : PlanStep.Of(name, done, new WriteFile(path, new UTF8Encoding(false).GetBytes(after)));
        }
        catch (CodeSyncerException error) when (error.Kind == ErrorKind.BadInput)
        {
            return PlanStep.Warning(name, $"{error.Message}: {error.Hint}");
        }
    }

    /// <summary>Takes our entries out again; a file that we made goes when nothing else is in it.</summary>
    public static PlanStep PlanRemoval(AgentWiring wiring, bool created)
    {
        var name = AgentCatalog.Find(wiring.Agent) is { } agent
            ? wiring.File.Replace('\\', '/').EndsWith(agent.SharedSettingsFile, StringComparison.Ordinal) ? agent.SharedSettingsFile : agent.SettingsFile
            : Path.GetFileName(wiring.File);
        // What is a link now was made one since: it is the user's.
        if (!File.Exists(wiring.File) || RealPath.Of(wiring.File) != wiring.File)
            return PlanStep.Same(name, "is no longer there");
        try
        {
            var text = Read(wiring.File);
            var rest = Merge(AgentCatalog.Find(wiring.Agent), wiring.File).Remove(text, wiring.Trace);
            return rest == text ? PlanStep.Same(name, "holds nothing of ours")
                : PlanStep.Of(name, "our entries taken out", rest.Trim('\uFEFF').Length == 0 && created ? new DeleteFile(wiring.File) : new WriteFile(wiring.File, new UTF8Encoding(false).GetBytes(rest)));
        }
        catch (CodeSyncerException error) when (error.Kind == ErrorKind.BadInput)
        {
            return PlanStep.Warning(name, $"{error.Message}; our entries are still in it");
        }
    }

    /// <summary>The file that an agent's entries go into, absolute.</summary>
    public string FileOf(AgentProfile agent) => Path.Combine(_root, NameOf(agent).Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The command line of a hook, for the agent's shell on this system.</summary>
    public AgentCommand Command(AgentProfile agent, AgentHook hook)
    {
        var arguments = $"event {agent.Name} {hook.Name}";
        if (_mode == InitMode.Shared)
            return new AgentCommand(HookShim.GuardedCommand(arguments), AgentCommand.InAnyonesPowerShell(arguments));
        var path = _executable.Replace('\\', '/');
        var powerShell = AgentCommand.InPowerShell(path, arguments);
        if (OperatingSystem.IsWindows())
            return new AgentCommand(agent.RunsPowerShell ? powerShell : $"\"{path}\" {arguments}", powerShell);
        return new AgentCommand($"[ ! -x {HookShim.Quote(path)} ] || {HookShim.Quote(path)} {arguments} || true", powerShell);
    }

    private string NameOf(AgentProfile agent) => _mode == InitMode.Shared ? agent.SharedSettingsFile : agent.SettingsFile;

    private IEnumerable<SettingsEntry> Entries(AgentProfile agent) =>
        agent.Hooks.Select(hook => new SettingsEntry(hook.Name, agent.Dialect.Entry(hook, Command(agent, hook))));

    private static SettingsMerge Merge(AgentProfile? agent, string name) =>
        new(name, command => command.Contains("codesyncer", StringComparison.OrdinalIgnoreCase) && command.Contains($" event {agent?.Name} ", StringComparison.Ordinal));

    private void NoteCreated(string path)
    {
        if (File.Exists(path))
            return;
        Created.Add(path);
        for (var folder = Path.GetDirectoryName(path)!; folder.Length > _root.Length && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder)!)
            Created.Add(folder);
    }

    private static string Read(string path)
    {
        if (!File.Exists(path))
            return "";
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException)
        {
            throw AgentErrors.BadSettings(path, 1, "it is not UTF-8");
        }
    }
}
