using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Ledger;
using CodeSyncer.Core.Text;
using CodeSyncer.Core.Town;
using CodeSyncer.Platform.Configuration;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Onboarding;

namespace CodeSyncer.Platform.Town;

/// <summary>A town with its settings, its ledger and who acts: what every front opens, from anywhere inside.</summary>
public sealed class TownWorkspace : IDisposable
{
    /// <summary>Who acts where nobody in particular does: the queue, the supervisor.</summary>
    public const string OwnName = "town";

    private readonly string? _agent;
    private readonly string _path;
    private readonly bool _isShell;
    private Actor? _actor;

    private TownWorkspace(string root, string path, string? agent, bool isShell, ExecutableSource? executable)
    {
        Root = root;
        _path = path;
        _agent = agent;
        _isShell = isShell;
        Executable = executable ?? ExecutableSource.Find(AppContext.BaseDirectory);
        Settings = TownFiles.Read(root);
        Place = LedgerPlace.OfTown(root);
        Store = Place.Open();
        Heartbeat.Beat(Environment.GetEnvironmentVariable);
    }

    /// <summary>Absolute.</summary>
    public string Root { get; }

    public TownSettings Settings { get; private set; }

    public LedgerPlace Place { get; }

    public LedgerStore Store { get; }

    /// <summary>The build of the executable that work trees get where none is installed; null: there is none.</summary>
    public ExecutableSource? Executable { get; }

    /// <summary>Who acts.</summary>
    public Actor Actor => _actor ??= Acting().Actor(_agent);

    /// <summary>For what the town does by itself.</summary>
    public Actor Own { get; } = new(OwnName, "", Processes.ProcessStamp.Of(Environment.ProcessId)?.ToString() ?? OwnName);

    public bool IsStopped => File.Exists(At(TownLayout.StoppedFile));

    public DateTimeOffset Now => Store.Now;

    /// <param name="executable">Null: the one that this process is, or that lies beside it.</param>
    /// <exception cref="CodeSyncerException">There is no town around the path, or its settings are wrong.</exception>
    public static TownWorkspace Open(string path, string? agent = null, bool isShell = false, ExecutableSource? executable = null)
    {
        var root = LedgerPlace.TownAround(path) ?? throw TownErrors.NoTown(path);
        return LedgerPlace.IsTown(root) ? new TownWorkspace(RealPath.Of(root), path, agent, isShell, executable) : throw TownErrors.TownIsGone(root, path);
    }

    /// <summary>A path of <see cref="TownLayout"/> as an absolute one of this system.</summary>
    public string At(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    public void ReadSettingsAgain() => Settings = TownFiles.Read(Root);

    /// <exception cref="CodeSyncerException">There is none; the error names the nearest.</exception>
    public RigSettings Rig(string name) => Settings.Rig(name)
        ?? throw TownErrors.UnknownRig(name, NearestWord.Of(name, Settings.Rigs.Select(rig => rig.Name)), Settings.Rigs.Select(rig => rig.Name));

    public RigHub Hub(RigSettings rig) => new(this, rig);

    /// <summary>The rig that a path is in; null: none.</summary>
    public RigSettings? RigAround(string path)
    {
        if (GitRepository.TryDiscover(path) is not { } repository)
            return null;
        var common = RealPath.Of(repository.CommonDirectory);
        return Settings.Rigs.FirstOrDefault(rig => SamePath(common, At(TownLayout.Hub(rig.Name)))
            || (GitRepository.TryDiscover(YoursOf(rig)) is { } yours && SamePath(common, RealPath.Of(yours.CommonDirectory))));
    }

    /// <summary>The person's own clone of a rig.</summary>
    public string YoursOf(RigSettings rig) => Path.GetFullPath(rig.Path, Root);

    public IReadOnlyList<AgentSlot> Slots() => SlotsOf(Store.Index());

    internal static IReadOnlyList<AgentSlot> SlotsOf(Ledger.Index.LedgerIndex index) =>
        [.. index.Items(LedgerPath.Agents).Select(fields => new AgentSlot(fields)).Where(slot => !slot.IsRemoved)];

    /// <summary>The agent that a whole address or the name of a polecat means.</summary>
    /// <exception cref="CodeSyncerException">There is none.</exception>
    public AgentSlot Agent(string name)
    {
        var slots = Slots().Where(slot => slot.Address is not null).ToList();
        return slots.FirstOrDefault(slot => slot.Name == name) ?? slots.FirstOrDefault(slot => slot.IsPolecat && TownName.AreSame(slot.Address!.Name, name))
            ?? throw TownErrors.UnknownAgent(name, NearestWord.Of(name, slots.Select(slot => slot.Name)));
    }

    /// <summary>Where an agent works.</summary>
    public string WorkTreeOf(AgentAddress agent) => At(TownLayout.WorkTree(agent));

    public AgentRuns Runs => new(this);

    public void Dispose() => Store.Dispose();

    private ActingAgent Acting() => GitRepository.TryDiscover(_path) is { } repository && LedgerPlace.TownOf(repository) is not null
        ? new ActingAgent(repository, Environment.GetEnvironmentVariable, _isShell)
        : new ActingAgent(Place, Environment.GetEnvironmentVariable, _isShell);

    private static bool SamePath(string left, string right) => string.Equals(left, right, PathComparison.ForThisSystem);
}
