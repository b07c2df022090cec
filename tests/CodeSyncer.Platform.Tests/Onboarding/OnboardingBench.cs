using CodeSyncer.Platform.Git;
using CodeSyncer.Platform.Onboarding;
using CodeSyncer.Testing;

namespace CodeSyncer.Platform.Tests.Onboarding;

/// <summary>
/// A sandbox whose user has an executable that writes down each call: what is tested here is how git's hooks reach
/// it, and what init and uninstall leave behind.
/// </summary>
public sealed class OnboardingBench : IDisposable
{
    private readonly string _probe;

    public OnboardingBench()
    {
        Sandbox = new GitSandbox();
        Places = new UserPlaces(Sandbox.At("user's data", "codesyncer"));
        _probe = Sandbox.At("build", "codesyncer");
        WriteScript(_probe, $"""
            #!/bin/sh
            if [ "$1" = --version ]; then echo '0.1.0 probe'; exit 0; fi
            # What runs behind git's back comes when it comes.
            if [ "$2" = save-work ]; then printf '%s\n' "$*" >>'{Log}.later'; exit 0; fi
            printf '%s\n' "$*" >>'{Log}'
            cat >>'{Log}.input'
            [ ! -e '{Sandbox.Root}/exit-code' ] || exit "$(cat '{Sandbox.Root}/exit-code')"
            """);
    }

    public GitSandbox Sandbox { get; }

    public UserPlaces Places { get; }

    public string Log => Sandbox.At("calls.log");

    public ExecutableSource Source => new(_probe, "0.1.0", "probe");

    /// <summary>The calls of the executable since the last question, one a line.</summary>
    public string[] Calls()
    {
        if (!File.Exists(Log))
            return [];
        var lines = File.ReadAllLines(Log);
        File.Delete(Log);
        return lines;
    }

    /// <summary>Waits for a call behind git's back.</summary>
    public bool WasCalledLater(string call)
    {
        for (var end = Environment.TickCount64 + 10_000; Environment.TickCount64 < end; Thread.Sleep(10))
        {
            if (File.Exists(Log + ".later") && File.ReadAllLines(Log + ".later").Contains(call))
                return true;
        }

        return false;
    }

    public void MakeTheExecutableExitWith(int code) => File.WriteAllText(Sandbox.At("exit-code"), code.ToString());

    public ChangePlan Init(SandboxRepository repository, InitMode? mode = null)
    {
        var plan = PlanInit(repository, mode);
        plan.Apply();
        return plan;
    }

    public ChangePlan PlanInit(SandboxRepository repository, InitMode? mode = null) =>
        NewInit(repository, mode).Plan();

    public Init NewInit(SandboxRepository repository, InitMode? mode = null) =>
        new(GitRepository.Discover(repository.Path), Places, new InitOptions { Mode = mode }, Source);

    public ChangePlan Uninstall(SandboxRepository repository, bool purge = false)
    {
        var plan = new Uninstall(GitRepository.Discover(repository.Path), Places, purge).Plan();
        plan.Apply();
        return plan;
    }

    /// <summary>A repository with one commit.</summary>
    public SandboxRepository Repository(string name = "repo", params string[] options)
    {
        var repository = Sandbox.Init(name, options);
        repository.Git("config", "user.name", "Kim");
        repository.Write("a.txt", "a\n");
        repository.Commit("first");
        return repository;
    }

    public static void WriteScript(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
    }

    public void Dispose() => Sandbox.Dispose();
}
