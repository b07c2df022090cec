using System.Text;
using CodeSyncer.Core.Context;
using CodeSyncer.Core.GitHooks;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Onboarding;

/// <summary>Plans our sections in the hooks where git looks, without changing what those hooks do.</summary>
internal sealed class HookWiring
{
    private readonly GitRepository _repository;
    private readonly HooksPlace _place;
    private readonly bool _editsTracked;
    private readonly HookShim _shim;
    private readonly List<Change> _changes = [];
    private readonly List<string> _unwired = [];

    /// <param name="executable">Absolute path of the user's executable.</param>
    /// <param name="editsTracked">Whether tracked hooks may change (<c>init --shared</c>).</param>
    public HookWiring(GitRepository repository, HooksPlace place, string executable, bool editsTracked)
    {
        _repository = repository;
        _place = place;
        _editsTracked = editsTracked;
        var path = executable.Replace('\\', '/');
        _shim = place.IsShared ? HookShim.ForSharedPlace(path) : HookShim.ForRepository(path);
    }

    /// <summary>Hooks that a generator may write anew (lefthook's): those need a second way in.</summary>
    public List<string> GeneratedByLefthook { get; } = [];

    /// <summary>Files that we make in the work tree and that nobody else is to see: patterns for <c>info/exclude</c>.</summary>
    public List<string> Excluded { get; } = [];

    /// <summary>Tracked hooks that we change or add, relative to the root.</summary>
    public List<string> ToCommit { get; } = [];

    /// <summary>The same, absolute, without those that already are as they should be.</summary>
    public List<string> EditedTracked { get; } = [];

    public IReadOnlyList<PlanStep> Plan()
    {
        if (File.Exists(_place.Directory) || _place.Setting == "/dev/null")
            return [PlanStep.Warning("hooks", $"core.hooksPath ({_place.Origin}) is '{_place.Setting}', no folder: git runs no hooks, so nothing is wired")];
        foreach (var hook in GitHook.All)
            Plan(new HookFile(_place.Directory, hook));
        var wired = GitHook.All.Where(hook => !_unwired.Any(line => line.StartsWith(hook + ":", StringComparison.Ordinal))).ToList();
        var where = _place.Setting is null ? _place.Directory : $"{_place.Directory} (core.hooksPath, {_place.Origin})";
        var steps = new List<PlanStep>();
        if (wired.Count > 0)
            steps.Add(PlanStep.Of("hooks", $"{string.Join(", ", wired)} wired in {where}", _changes));
        if (_place.IsShared)
            steps.Add(PlanStep.Same("hooks", "that folder serves other repositories too: our lines act only where 'init' ran"));
        steps.AddRange(_unwired.Select(line => PlanStep.Warning("hooks", line)));
        return steps;
    }

    private void Plan(HookFile file)
    {
        var existing = file.Read();
        if (existing is not null && file.WiredForm(existing.Content.Span) is { } form)
        {
            Rewrite(file, existing, form);
            return;
        }

        // The pre-commit framework moves a hook that it finds to NAME.legacy, and runs it first.
        if (existing is not null && Contains(existing, "pre-commit.com"))
        {
            var legacy = new HookFile(_place.Directory, file.Hook, file.Hook + ".legacy");
            if (legacy.Read() is { } moved && legacy.WiredForm(moved.Content.Span) is { } movedForm)
            {
                Rewrite(legacy, moved, movedForm);
                return;
            }
        }

        var tracked = _place.IsInWorkTree && IsTracked(file.Path);
        form = HookPlan.FormFor(existing);
        if (tracked && (!_editsTracked || form is HookForm.Kept or HookForm.Aside))
        {
            _unwired.Add(_editsTracked
                ? $"{file.Hook}: {Relative(file.Path)} is no shell script; let it call 'codesyncer hook {file.Hook}' itself"
                : $"{file.Hook}: {Relative(file.Path)} is tracked; 'codesyncer init --shared' wires it for everyone");
            return;
        }

        if (form is HookForm.Kept or HookForm.Aside && file.FindKept() is { } older)
        {
            _unwired.Add($"{file.Hook}: {file.Path} is new, and {older} still keeps the hook before it; put the two together, then run 'codesyncer init' again");
            return;
        }

        var usedShim = UsedShim(tracked || (existing is null && _place.IsInWorkTree && _editsTracked), file.Path);
        if (form == HookForm.Section)
        {
            if (IsLefthooks(existing!))
                GeneratedByLefthook.Add(file.Hook);
            Write(file, HookShim.Block.Put(existing!.Content.Span, usedShim.Body(file.Hook, form), file.Path, HookPlan.BehindFirstLine(existing.Content.Span)));
            return;
        }

        if (form is HookForm.Kept or HookForm.Aside)
        {
            _changes.Add(new MoveFile(file.Path, file.KeptPath));
            Hide(file.KeptPath);
        }

        Write(file, Fresh(usedShim.Body(file.Hook, form, file.KeptName)));
        if (usedShim == _shim)
            Hide(file.Path);
    }

    /// <summary>A section of ours that says something else now: another version, another place of the executable.</summary>
    private void Rewrite(HookFile file, ExistingHook existing, HookForm form)
    {
        if (form == HookForm.Section && IsLefthooks(existing))
            GeneratedByLefthook.Add(file.Hook);
        var tracked = _place.IsInWorkTree && IsTracked(file.Path);
        if (tracked && !_editsTracked)
            return;
        var kept = file.FindKept() is { } path ? Path.GetRelativePath(_place.Directory, path).Replace('\\', '/') : file.KeptName;
        var content = existing.Content.Span;
        // A tracked section of ours was written for everyone: it stays so.
        var used = tracked || HookShim.Block.Body(content, file.Path) == HookShim.ForTrackedFile().Body(file.Hook, form, kept)
            ? UsedShim(everyones: true, file.Path)
            : _shim;
        var after = HookShim.Block.Put(content, used.Body(file.Hook, form, kept), file.Path);
        if (!after.AsSpan().SequenceEqual(content))
            Write(file, after);
        if (used == _shim && form != HookForm.Section)
            Hide(file.Path);
        if (!existing.IsExecutable)
            _unwired.Add($"{file.Hook}: {file.Path} is not executable, so git does not run it; 'chmod +x' it");
    }

    private HookShim UsedShim(bool everyones, string path)
    {
        if (!everyones)
            return _shim;
        ToCommit.Add(Relative(path));
        return HookShim.ForTrackedFile();
    }

    private void Write(HookFile file, byte[] content)
    {
        _changes.Add(new WriteFile(file.Path, content, executable: true));
        if (_place.IsInWorkTree && ToCommit.Contains(Relative(file.Path)))
            EditedTracked.Add(file.Path);
    }

    private void Hide(string path)
    {
        if (_place.IsInWorkTree && new GitCommand(_repository.WorkTree!).Run(null, "check-ignore", "-q", "--", path).ExitCode != 0)
            Excluded.Add("/" + Relative(path));
    }

    private bool IsTracked(string path) => new GitCommand(_repository.WorkTree!).TryText("ls-files", "--error-unmatch", "--", path) is not null;

    private string Relative(string path) =>
        Path.GetRelativePath(RealPath.Of(_repository.WorkTree!), RealPath.Of(Path.GetDirectoryName(path)!)).Replace('\\', '/') + "/" + Path.GetFileName(path);

    private static byte[] Fresh(string body) =>
        HookShim.Block.Put(Encoding.ASCII.GetBytes(HookShim.FirstLine), body, "hook");

    private static bool IsLefthooks(ExistingHook existing) => Contains(existing, "call_lefthook");

    private static bool Contains(ExistingHook existing, string text) =>
        existing.Content.Span.IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;
}
