using CodeSyncer.Core.Agents;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;
using CodeSyncer.Platform.Context;
using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Ledger;
using CodeSyncer.Platform.Work;

namespace CodeSyncer.Platform.Agents;

/// <content>From what an agent wrote to the repositories that it is about, and back to the agent's own form.</content>
public sealed partial class EventRun
{
    /// <summary>Runs one event.</summary>
    /// <param name="agent">A name of the catalog.</param>
    /// <param name="eventName">As that agent calls it.</param>
    /// <param name="input">What the agent wrote on our standard input; null: more than <see cref="EventInput.Longest"/>.</param>
    /// <param name="environment">Reads a variable of the environment that the agent gave us.</param>
    /// <param name="elsewhere">Answers where the agent is in no repository; null: nobody does.</param>
    /// <returns>The text for standard output, in the agent's own form; empty: nothing to say.</returns>
    public static string Run(string agent, string eventName, ReadOnlyMemory<byte>? input, string currentDirectory, Func<string, string?> environment, TextWriter error, EventElsewhere? elsewhere = null)
    {
        if (environment("CODESYNCER") == "0" || environment(GitCommand.GuardVariable) is not null)
            return "";
        if (AgentCatalog.Find(agent) is not { } profile)
            return Say(error, $"'{agent}' is no agent that is known here ({string.Join(", ", AgentCatalog.All.Select(known => known.Name))})");
        // An event of a later version of the agent, or one that we do not ask for.
        if (profile.Hook(eventName) is not { } hook)
            return "";
        try
        {
            Heartbeat.Beat(environment);
            if (!EventInput.TryParse(input, out var fields, out var unread))
                return Unread(profile, hook, unread, currentDirectory, environment, error);
            var host = AgentCatalog.HostOf(profile, fields, environment);
            if (host is not null)
                profile = AgentCatalog.As(profile, host);
            var reported = profile.Dialect.Read(hook.Kind, fields);
            var directory = reported.Directory is { Length: > 0 } given && Path.IsPathFullyQualified(given) && Directory.Exists(given) ? given : currentDirectory;
            reported = reported with { Directory = directory };
            var repositories = new EventPlace(profile, reported, directory, environment).FindAll();
            // It has entries of its own, which ask us as well.
            if (host is not null && repositories.Select(repository => repository.WorkTree).Append(directory).Any(root => root is not null && AgentEntries.AreIn(host, root)))
                return "";
            if (repositories.Count == 0 && elsewhere?.Invoke(hook, reported, environment) is { } answer)
                return profile.Dialect.Write(hook.Name, hook.Kind, answer.Context is { } context ? answer with { Context = Fit(context, profile) } : answer);
            var answers = repositories.Where(repository => repository.WorkTree is not null && File.Exists(new OwnPaths(repository).Enabled))
                .Select(repository => new EventRun(profile, hook, reported, repository, environment, error).Answer()).ToList();
            return answers.Count == 0 ? "" : profile.Dialect.Write(hook.Name, hook.Kind, Joined(answers, profile));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CodeSyncerException
            or InvalidDataException or ArgumentException or InvalidOperationException or FormatException)
        {
            var said = Say(error, $"{eventName}: {failure.Message}");
            return hook.Kind == AgentEventKind.SessionStart
                ? profile.Dialect.Write(hook.Name, hook.Kind, Failure(failure.Message))
                : said;
        }
    }

    /// <summary>What it was about is not known, so the work is saved where something may happen to it.</summary>
    private static string Unread(AgentProfile profile, AgentHook hook, string why, string currentDirectory, Func<string, string?> environment, TextWriter error)
    {
        var repository = new EventPlace(profile, new AgentEvent(hook.Kind), currentDirectory, environment).Find();
        if (repository?.WorkTree is null || !File.Exists(new OwnPaths(repository).Enabled))
            return "";
        Say(error, $"{hook.Name}: the event cannot be read: {why}");
        if (hook.Kind == AgentEventKind.SessionStart)
            return profile.Dialect.Write(hook.Name, hook.Kind, Failure($"the event cannot be read: {why}"));
        if (hook.Kind is not (AgentEventKind.Prompt or AgentEventKind.AfterTool))
            new EventRun(profile, hook, new AgentEvent(hook.Kind), repository, environment, error).Save(SaveRequest.BeforeThe("an event that cannot be read"), TimeSpan.FromSeconds(Math.Max(1, hook.Seconds / 2.0)));
        return "";
    }

    private static EventAnswer Failure(string what) =>
        new(SafeText.ForTerminal($"CodeSyncer could not tell where the work stands: {what}. This is a failure, not an empty answer: run `codesyncer prime` or `codesyncer doctor`."));

    /// <summary>What one of them refuses is refused.</summary>
    private static EventAnswer Joined(List<EventAnswer> answers, AgentProfile agent)
    {
        if (answers.Count == 1 || answers.FirstOrDefault(answer => answer.Refusal is not null) is not null)
            return answers.FirstOrDefault(answer => answer.Refusal is not null) ?? answers[0];
        var text = string.Join('\n', answers.Select(answer => answer.Context).OfType<string>());
        return text.Length == 0 ? EventAnswer.Nothing : new EventAnswer(Fit(text, agent));
    }

    private static string Say(TextWriter error, string what)
    {
        error.WriteLine(SafeText.ForTerminal($"codesyncer: {what} (the agent goes on)"));
        return "";
    }
}
