using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Testing;

namespace CodeSyncer.Platform.Tests.Onboarding;

public sealed class DoctorTests : IDisposable
{
    private readonly OnboardingBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_repository_without_init_is_said_to_have_none()
    {
        var finding = Assert.Single(Failures(_bench.Repository()));
        Assert.Contains("codesyncer init", finding.Advice);
    }

    [Fact]
    public void After_init_everything_but_the_documents_is_well_and_fix_writes_those()
    {
        var repository = _bench.Repository();
        _bench.Init(repository);
        var doctor = DoctorOf(repository);
        Assert.All(doctor.Examine(), finding => Assert.True(finding.State == FindingState.Ok || finding.Check == "documents", finding.ToString()));
        Assert.Empty(doctor.Fix());
        Assert.All(doctor.Examine(), finding => Assert.True(finding.State == FindingState.Ok, finding.ToString()));
    }

    public static TheoryData<string, Action<OnboardingBench, SandboxRepository>> Damages() => new()
    {
        { "hooks", (_, repository) => File.Delete(repository.At(".git/hooks/post-checkout")) },
        { "hooks", (_, repository) => repository.WriteScript(".git/hooks/pre-commit", "#!/bin/sh\necho of another tool\n") },
        { "hooks", (_, repository) => repository.Git("config", "core.hooksPath", "moved") },
        { "exclude", (_, repository) => repository.Write(".git/info/exclude", "") },
        { "executable", (bench, _) => File.Delete(bench.Places.Executable) },
        { "executable", (bench, _) => OnboardingBench.WriteScript(bench.Places.Executable, "#!/nowhere\n") },
        { "AGENTS.md", (_, repository) => repository.Write("AGENTS.md", "text\n") },
        { "CLAUDE.md", (_, repository) => File.Delete(repository.At("CLAUDE.md")) },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void What_is_damaged_is_found_and_mended(string check, Action<OnboardingBench, SandboxRepository> damage)
    {
        var repository = _bench.Repository();
        _bench.Init(repository);
        damage(_bench, repository);
        var failures = Failures(repository);
        Assert.Contains(failures, finding => finding.Check == check);
        DoctorOf(repository).Fix();
        Assert.Empty(Failures(repository));
        repository.Git("commit", "-q", "--allow-empty", "-m", "second");
        Assert.Equal(["hook pre-commit", "hook post-commit"], _bench.Calls());
    }

    [Fact]
    public void What_cannot_be_mended_is_still_said()
    {
        var repository = _bench.Repository();
        _bench.Init(repository);
        repository.Write("AGENTS.md", "<!-- BEGIN codesyncer 1 -->\n");
        var finding = Assert.Single(Failures(repository));
        Assert.Contains("AGENTS.md", finding.Text);
        Assert.NotNull(finding.Advice);
    }

    [Fact]
    public void An_edited_document_and_a_tracked_one_are_warnings()
    {
        var repository = _bench.Repository();
        _bench.Init(repository);
        DoctorOf(repository).Fix();
        File.AppendAllText(repository.At(".codesyncer/OPEN.md"), "mine\n");
        repository.Git("add", "-f", ".codesyncer/RULES.md");
        var warnings = DoctorOf(repository).Examine().Where(finding => finding.State == FindingState.Warn).ToList();
        Assert.Contains(warnings, finding => finding.Text.Contains("OPEN.md"));
        Assert.Contains(warnings, finding => finding.Text.Contains("RULES.md"));
        Assert.Empty(Failures(repository));
    }

    [Fact]
    public void Formats_that_only_git_reads_are_named()
    {
        var repository = _bench.Repository("repo", "--object-format=sha256");
        repository.Git("config", "core.splitIndex", "true");
        var format = Assert.Single(DoctorOf(repository).Examine(), finding => finding.Check == "format");
        Assert.Contains("sha256", format.Text);
        Assert.Contains("split index", format.Text);
    }

    [Fact]
    public void Private_and_no_hooks_stay_as_they_were_asked_for()
    {
        var repository = _bench.Repository();
        new Init(GitRepository.Discover(repository.Path), _bench.Places, new InitOptions { Mode = InitMode.Private, Hooks = false }, _bench.Source).Plan().Apply();
        DoctorOf(repository).Fix();
        Assert.Empty(Failures(repository));
        Assert.False(repository.Has("AGENTS.md"));
        Assert.False(repository.Has(".git/hooks/pre-commit"));
        Assert.False(File.Exists(_bench.Places.Executable));
    }

    private Doctor DoctorOf(SandboxRepository repository) =>
        new(GitRepository.Discover(repository.Path), _bench.Places, _bench.Source);

    private List<Finding> Failures(SandboxRepository repository) =>
        [.. DoctorOf(repository).Examine().Where(finding => finding.State == FindingState.Fail)];
}
