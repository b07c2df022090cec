using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Work;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Work;

/// <summary>
/// Brings HEAD to the commit that a save was made at, where no commit is lost by it: the branch only goes forward, and a
/// HEAD that stood on no branch comes off its branch.
/// </summary>
internal sealed class HeadMove
{
    private readonly GitRepository _repository;
    private readonly WorkState _saved;
    private readonly string? _branch;
    private readonly string? _head;

    public HeadMove(GitRepository repository, WorkState saved)
    {
        _repository = repository;
        _saved = saved;
        var head = new HeadReader(repository);
        _branch = WorkPlace.Branch(head);
        _head = head.Commit();
    }

    /// <exception cref="CodeSyncerException">OtherBranch, MovedOn.</exception>
    public void Check()
    {
        var comesOff = _saved.IsDetached && _branch is not null;
        if (_branch != _saved.Branch && !(_saved.IsDetached && _branch is null))
            throw WorkErrors.OtherBranch(_saved.Branch, _branch);
        if (_head is not null && _head != _saved.Head && !comesOff && !IsAncestor(_head, _saved.Head))
            throw WorkErrors.MovedOn(_branch, _saved.Head ?? "no commit");
    }

    public string TreeNow() => TreeOf(_head);

    public string TreeAfter() => TreeOf(_saved.Head);

    /// <returns>Whether there was anything to move.</returns>
    public bool Move()
    {
        var git = _repository.Git();
        if (_saved.IsDetached && _branch is not null)
            git.Text("checkout", "--quiet", "--detach", _saved.Head!);
        else if (_head != _saved.Head)
            git.Text("-c", "merge.autostash=false", "merge", "--quiet", "--ff-only", "--no-autostash", _saved.Head!);
        else
            return false;
        return true;
    }

    private bool IsAncestor(string commit, string? of) => of is not null && _repository.Git().Run(null, "merge-base", "--is-ancestor", commit, of).ExitCode == 0;

    private string TreeOf(string? commit) => commit is null
        ? System.Text.Encoding.ASCII.GetString(_repository.Git().BytesWithInput([], "hash-object", "-t", "tree", "-w", "--stdin")).Trim()
        : _repository.Git().Text("rev-parse", commit + "^{tree}");
}
