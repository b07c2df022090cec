namespace CodeSyncer.Testing;

/// <summary>One repository (or work tree) of a <see cref="GitSandbox"/>.</summary>
public sealed class SandboxRepository(GitSandbox sandbox, string path)
{
    public GitSandbox Sandbox { get; } = sandbox;

    public string Path { get; } = path;

    /// <summary>Runs git, which must succeed; its output without the last line end.</summary>
    public string Git(params string[] arguments) => TryGit(arguments).Succeeded().Output.TrimEnd('\r', '\n');

    public ProcessAnswer TryGit(params string[] arguments) => Sandbox.Run(Path, "git", arguments);

    public string At(string relative) => System.IO.Path.Combine(Path, relative);

    public void Write(string relative, string text) => Write(relative, System.Text.Encoding.UTF8.GetBytes(text));

    public void Write(string relative, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(relative))!);
        File.WriteAllBytes(At(relative), content);
    }

    /// <summary>Writes a file that can be executed.</summary>
    public void WriteScript(string relative, string text)
    {
        Write(relative, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(At(relative), (UnixFileMode)0b111_101_101);
    }

    public string Read(string relative) => File.ReadAllText(At(relative));

    public bool Has(string relative) => System.IO.Path.Exists(At(relative));

    /// <summary>Adds everything and commits it; the id of the commit.</summary>
    public string Commit(string message)
    {
        Git("add", "-A");
        Git("commit", "-q", "--allow-empty", "-m", message);
        return Git("rev-parse", "HEAD");
    }

    /// <summary>A linked work tree in the sandbox, on a new branch of its name.</summary>
    public SandboxRepository AddWorkTree(string name)
    {
        Git("worktree", "add", "-q", "-b", name, Sandbox.At(name));
        return new SandboxRepository(Sandbox, Sandbox.At(name));
    }
}
