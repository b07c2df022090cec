using System.Text.Json.Nodes;
using CodeSyncer.Testing;
using CodeSyncer.Testing.Agents;

namespace CodeSyncer.Cli.Tests.Agents;

/// <summary>Real Claude Code and real Codex, against a scripted model on loopback.</summary>
public abstract class LiveAgentTests : IDisposable
{
    private readonly AgentBench _bench = new();

    private SandboxRepository Repository => _bench.Repository;

    protected abstract LiveAgent Agent(GitSandbox sandbox, ScriptedModel model, string repository);

    protected abstract ScriptedTurn Edits(string path, string content);

    protected abstract ScriptedTurn Shell(string command);

    public void Dispose()
    {
        _bench.Dispose();
        GC.SuppressFinalize(this);
    }

    [AgentFact]
    public void The_first_request_holds_what_the_agent_must_know()
    {
        using var model = new ScriptedModel(ScriptedTurn.Says("hello"));
        Run(model, "go on").Succeeded();
        Assert.Contains($"Your bead: {_bench.Bead} \"Login form\"", model.FirstRequest, StringComparison.Ordinal);
        Assert.Contains("You are kim", model.FirstRequest, StringComparison.Ordinal);
        Assert.Contains(AgentBench.Decision, model.FirstRequest, StringComparison.Ordinal);
    }

    [AgentFact]
    public void An_edit_comes_with_the_decisions_of_its_path_once()
    {
        using var model = new ScriptedModel(Edits("src/billing/refund.ts", "// @codesyncer-rule refunds need two people\n"), Edits("src/billing/refund.ts", "export {};\n"), ScriptedTurn.Says("done"));
        Run(model, "add it").Succeeded();
        Assert.DoesNotContain("On record for", model.FirstRequest, StringComparison.Ordinal);
        Assert.Contains("On record for `src/billing/refund.ts`", model.Texts(1), StringComparison.Ordinal);
        Assert.Contains(AgentBench.Rule, model.Texts(1), StringComparison.Ordinal);
        Assert.Equal(2, model.LastTexts.Split("On record for `src/billing/refund.ts`").Length);
    }

    [AgentFact]
    public void A_prompt_about_payments_is_told_to_stop_and_ask()
    {
        using var model = new ScriptedModel(ScriptedTurn.Says("I ask"));
        Run(model, "switch the payments to another provider").Succeeded();
        Assert.Contains("This touches payment: stop and ask.", model.FirstRequest, StringComparison.Ordinal);
        using var other = new ScriptedModel(ScriptedTurn.Says("done"));
        Run(other, "make the heading blue").Succeeded();
        Assert.DoesNotContain("stop and ask. Infer nothing", other.FirstRequest, StringComparison.Ordinal);
    }

    [AgentFact]
    public void A_protected_file_is_refused_with_the_reason()
    {
        using var model = new ScriptedModel(Edits("migrations/1.sql", "drop table x;\n"), ScriptedTurn.Says("done"));
        Run(model, "go on");
        Assert.False(Repository.Has("migrations/1.sql"));
        Assert.Contains("the DBA applies them", model.LastTexts, StringComparison.Ordinal);
    }

    [AgentFact]
    public void What_the_agents_shell_throws_away_comes_back()
    {
        Repository.Write("a.txt", "edited by hand\n");
        Repository.Write("new/untracked.txt", "not tracked\n");
        Repository.Write("staged.txt", "staged\n");
        Repository.Git("add", "staged.txt");
        var (files, index) = (AgentBench.Files(Repository), Repository.Git("ls-files", "--stage"));
        using var model = new ScriptedModel(Shell("git reset --hard && git clean -fd"), ScriptedTurn.Says("done"));
        Run(model, "clean up").Succeeded();
        Assert.Equal("", Repository.Git("status", "--porcelain"));
        _bench.Run("work", "restore").Succeeded();
        Assert.Equal(files, AgentBench.Files(Repository));
        Assert.Equal(index, Repository.Git("ls-files", "--stage"));
    }

    [AgentFact]
    public void Mail_arrives_once()
    {
        _bench.Run("mail", "send", "--to", "kim", "--subject", "Look", "--body", "The tests of the form fail").Succeeded();
        using var model = new ScriptedModel(ScriptedTurn.Says("seen"));
        Run(model, "go on").Succeeded();
        Assert.Contains("The tests of the form fail", model.FirstRequest, StringComparison.Ordinal);
        using var next = new ScriptedModel(ScriptedTurn.Says("seen"));
        Run(next, "go on").Succeeded();
        Assert.DoesNotContain("The tests of the form fail", next.FirstRequest, StringComparison.Ordinal);
    }

    [AgentFact]
    public void Killed_in_mid_turn_the_next_session_knows_and_every_byte_comes_back()
    {
        using var model = new ScriptedModel(Edits("src/form.ts", "export const form = 1;\n"), Shell("printf 'more\\n' >> a.txt && printf '\\000\\377' > bytes.bin"), ScriptedTurn.Hangs());
        var agent = Agent(_bench.Sandbox, model, Repository.Path);
        using (var process = agent.Start(Repository.Path, "make the form"))
        {
            Assert.True(model.WaitUntilHeld(TimeSpan.FromSeconds(60)));
            AgentBench.Until(() => Saves().Any(save => save!["changed_count"]!.GetValue<int>() == 3), "the work is saved behind the agent's back");
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        var files = AgentBench.Files(Repository);
        using var next = new ScriptedModel(ScriptedTurn.Says("I see"));
        Run(next, "go on").Succeeded();
        foreach (var known in new[] { _bench.Bead, "On `main`", "`a.txt`", "`bytes.bin`", "`src/form.ts`" })
            Assert.Contains(known, next.FirstRequest, StringComparison.Ordinal);

        Repository.Git("reset", "-q", "--hard");
        Repository.Git("clean", "-qfd");
        _bench.Run("work", "restore").Succeeded();
        Assert.Equal(files, AgentBench.Files(Repository));
    }

    [AgentFact]
    public void A_session_that_ended_leaves_its_handoff_to_the_next_one_only()
    {
        using var model = new ScriptedModel(Shell($"\"{PublishedExecutable.Path}\" handoff --message 'The form lacks its tests'"), ScriptedTurn.Says("done"));
        Run(model, "go on").Succeeded();
        using var next = new ScriptedModel(ScriptedTurn.Says("seen"));
        Run(next, "go on").Succeeded();
        Assert.Contains("Handoff from the last session", next.FirstRequest, StringComparison.Ordinal);
        Assert.Contains("The form lacks its tests", next.FirstRequest, StringComparison.Ordinal);
        using var third = new ScriptedModel(ScriptedTurn.Says("seen"));
        Run(third, "go on").Succeeded();
        Assert.DoesNotContain("The form lacks its tests", third.FirstRequest, StringComparison.Ordinal);
    }

    private ProcessAnswer Run(ScriptedModel model, string prompt) => Agent(_bench.Sandbox, model, Repository.Path).Run(Repository.Path, prompt);

    private JsonArray Saves() => JsonNode.Parse(_bench.Run("work", "list", "--json").Succeeded().Output)!.AsArray();
}
