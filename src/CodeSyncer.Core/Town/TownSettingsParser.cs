using System.Globalization;
using CodeSyncer.Core.Agents;
using CodeSyncer.Core.Configuration;

namespace CodeSyncer.Core.Town;

/// <summary>
/// Reads <c>town.yml</c>, and of the user's own configuration what may name commands (<c>agents</c>, <c>gates</c>). What is wrong
/// is reported with its line and changes nothing.
/// </summary>
public sealed class TownSettingsParser
{
    private const int MostPolecats = 1000;

    private static readonly string[] TownKeys = ["name", "agent", "agents", "gates", "gate_timeout", "gate_retries", "polecats", "escalations", "ledger_remote", "rigs"];
    private static readonly string[] UserKeys = ["agents", "gates"];

    private readonly ConfigReader _reader;
    private readonly IReadOnlyList<string>? _known;
    private TownSettings _settings;

    private TownSettingsParser(string file, TownSettings settings, IReadOnlyList<string>? known)
    {
        _reader = new ConfigReader(file);
        _settings = settings;
        _known = known;
    }

    public static (TownSettings Settings, IReadOnlyList<ConfigProblem> Problems) ParseTown(string file, string text, TownSettings before) =>
        new TownSettingsParser(file, before, TownKeys).Parse(text);

    /// <summary>Of the user's configuration; its other keys are none of ours.</summary>
    public static (TownSettings Settings, IReadOnlyList<ConfigProblem> Problems) ParseUser(string file, string text, TownSettings before) =>
        new TownSettingsParser(file, before, null).Parse(text);

    private (TownSettings Settings, IReadOnlyList<ConfigProblem> Problems) Parse(string text)
    {
        try
        {
            if (ConfigSyntax.Read(text.TrimStart('\uFEFF')) is { IsEmpty: false } root)
            {
                foreach (var (key, _, value) in _reader.Entries(root, "the town", _known))
                    Read(key, value);
            }
        }
        catch (ConfigSyntaxException error)
        {
            _reader.Report(error.Line, error.Message, error.Hint);
        }

        return (_settings, _reader.Problems);
    }

    private void Read(string key, ConfigNode value)
    {
        if (_known is null && !UserKeys.Contains(key))
            return;
        // Of a person's configuration it says only what would be started.
        if (_known is not null && (key is "agent" or "agents"))
            _settings = _settings with { NamesAgents = true };
        switch (key)
        {
            case "name":
                _settings = _settings with { Name = Text(key, value) ?? _settings.Name };
                break;
            case "agent":
                _settings = _settings with { Agent = Text(key, value) ?? _settings.Agent };
                break;
            case "agents":
                ReadAgents(value);
                break;
            case "gates":
                _settings = _settings with { Gates = Texts(key, value) };
                break;
            case "gate_timeout":
                _settings = _settings with { GateTimeout = Time(key, value) ?? _settings.GateTimeout };
                break;
            case "gate_retries":
                _settings = _settings with { GateRetries = _reader.Number(key, value, 0, 10) ?? _settings.GateRetries };
                break;
            case "polecats":
                ReadPolecats(value);
                break;
            case "escalations":
                foreach (var (name, _, age) in _reader.Entries(value, key, ["raise_after"]))
                    _settings = _settings with { EscalationAge = Time(name, age) ?? _settings.EscalationAge };
                break;
            case "ledger_remote":
                _settings = _settings with { LedgerRemote = Text(key, value) };
                break;
            default:
                ReadRigs(value);
                break;
        }
    }

    private void ReadPolecats(ConfigNode node)
    {
        foreach (var (key, _, value) in _reader.Entries(node, "polecats", ["per_town", "per_rig", "names", "stalled_after", "respawns", "back_off"]))
        {
            _settings = key switch
            {
                "per_town" => _settings with { MostPolecats = _reader.Number(key, value, 0, MostPolecats) ?? _settings.MostPolecats },
                "per_rig" => _settings with { MostPolecatsOfRig = _reader.Number(key, value, 0, MostPolecats) ?? _settings.MostPolecatsOfRig },
                "names" => _settings with { Names = Names(value) },
                "stalled_after" => _settings with { StalledAfter = Time(key, value) ?? _settings.StalledAfter },
                "respawns" => _settings with { MostRespawns = _reader.Number(key, value, 0, 100) ?? _settings.MostRespawns },
                _ => _settings with { BackOff = Time(key, value, least: 0) ?? _settings.BackOff },
            };
        }
    }

    private List<string> Names(ConfigNode node)
    {
        var names = new List<string>();
        foreach (var item in _reader.Texts("names", node))
        {
            try
            {
                names.Add(TownName.Check("polecat", item.Scalar!));
            }
            catch (Errors.CodeSyncerException error)
            {
                _reader.Report(item.Line, error.Message, error.Hint);
            }
        }

        return names;
    }

    private void ReadAgents(ConfigNode node)
    {
        var agents = new Dictionary<string, AgentProgram>(_settings.Agents, StringComparer.Ordinal);
        foreach (var (name, line, value) in _reader.Entries(node, "agents", null))
        {
            var known = AgentCatalog.Find(name);
            var command = agents.GetValueOrDefault(name) ?? (known is null ? new AgentProgram(name, "") : AgentProgram.Of(known));
            foreach (var (key, _, part) in _reader.Entries(value, name, ["command", "headless", "resume", "interactive", "environment", "profile"]))
            {
                command = key switch
                {
                    "command" => command with { Program = Text(key, part) ?? "" },
                    "headless" => command with { Headless = Texts(key, part) },
                    "resume" => command with { Resume = Texts(key, part) },
                    "interactive" => command with { Interactive = Texts(key, part) },
                    "profile" => command with { Profile = Profile(part) },
                    _ => command with { Environment = Environment(part) },
                };
            }

            if (command.Program.Length == 0)
                _reader.Report(line, $"the agent {ConfigNode.Quote(name)} has no command", "write 'command: PROGRAM' below it");
            else
                agents[name] = command;
        }

        _settings = _settings with { Agents = agents };
    }

    private string? Profile(ConfigNode node)
    {
        if (Text("profile", node) is { } name && AgentCatalog.Find(name) is null)
            _reader.Report(node.Line, $"{ConfigNode.Quote(name)} is no agent of the catalog", ConfigReader.NearestHint(name, AgentCatalog.All.Select(agent => agent.Name)));
        return node.Scalar;
    }

    private Dictionary<string, string> Environment(ConfigNode node)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, _, value) in _reader.Entries(node, "environment", null))
            variables[name] = value.Scalar ?? "";
        return variables;
    }

    private void ReadRigs(ConfigNode node)
    {
        var rigs = new List<RigSettings>();
        foreach (var (name, line, value) in _reader.Entries(node, "rigs", null))
        {
            try
            {
                TownName.Check("rig", name);
            }
            catch (Errors.CodeSyncerException error)
            {
                _reader.Report(line, error.Message, error.Hint);
                continue;
            }

            var rig = new RigSettings(name, "") { Line = line };
            foreach (var (key, _, part) in _reader.Entries(value, name, ["path", "remote", "target", "gates", "polecats"]))
            {
                rig = key switch
                {
                    "path" => rig with { Path = Text(key, part) ?? "" },
                    "remote" => rig with { Remote = Text(key, part) },
                    "target" => rig with { Target = Text(key, part) ?? rig.Target },
                    "gates" => rig with { Gates = Texts(key, part) },
                    _ => rig with { MostPolecats = _reader.Number(key, part, 0, MostPolecats) },
                };
            }

            if (rig.Path.Length == 0)
                _reader.Report(line, $"the rig {ConfigNode.Quote(name)} has no path", "write 'path: FOLDER' below it");
            else if (rigs.Exists(other => TownName.AreSame(other.Name, name)))
                _reader.Report(line, $"two rigs are named {ConfigNode.Quote(name)}", "give one of them another name");
            else
                rigs.Add(rig);
        }

        _settings = _settings with { Rigs = rigs };
    }

    private string? Text(string key, ConfigNode node)
    {
        if (node.Scalar is { Length: > 0 } text)
            return text;
        _reader.Report(node.Line, $"{key} is {node.Shown}", "write one text");
        return null;
    }

    private List<string> Texts(string key, ConfigNode node) => [.. _reader.Texts(key, node).Select(item => item.Scalar!)];

    /// <summary>A whole number with <c>s</c>, <c>m</c> or <c>h</c> behind it.</summary>
    private TimeSpan? Time(string key, ConfigNode node, int least = 1)
    {
        if (node.Scalar is { Length: > 1 } text && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= 100_000)
        {
            switch (text[^1])
            {
                case 's': return TimeSpan.FromSeconds(number);
                case 'm': return TimeSpan.FromMinutes(number);
                case 'h': return TimeSpan.FromHours(number);
            }
        }

        _reader.Report(node.Line, $"{key} is {node.Shown}", "write a time such as 30s, 20m or 4h");
        return null;
    }
}
