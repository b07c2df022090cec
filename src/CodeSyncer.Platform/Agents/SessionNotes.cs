using CodeSyncer.Core.Ledger;
using CodeSyncer.Platform.Files;
using CodeSyncer.Platform.Git;

namespace CodeSyncer.Platform.Agents;

/// <summary>
/// What one session of an agent was told, and where it began: so that nothing is told twice, and what was handed over
/// counts as delivered only when the session has shown a later sign of life.
/// </summary>
internal sealed class SessionNotes
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    private readonly string _file;
    private JsonFields _fields;
    private bool _changed;

    private SessionNotes(string file, JsonFields fields)
    {
        _file = file;
        _fields = fields;
    }

    /// <summary>The commit that HEAD was at when the session began.</summary>
    public string? Head => _fields.String("head");

    /// <summary>Ids of mail that was handed over and not yet marked.</summary>
    public IReadOnlyList<string> Mail => _fields.StringList("mail");

    /// <summary>Id of the handoff that was handed over and not yet marked.</summary>
    public string? Handoff => _fields.String("handoff");

    public bool HasDeliveries => Mail.Count > 0 || Handoff is not null;

    /// <summary>What waits for an event that the agent hears.</summary>
    public DueNews Due => new(_fields.Bool("due_reminder"), _fields.Bool("due_mail"), _fields.String("due_text") ?? "");

    /// <summary>Notes that cannot be read count as none: then something is told once more.</summary>
    public static SessionNotes Open(GitRepository repository, string session)
    {
        var file = Path.Combine(Folder(repository), AgentName.Escape(session.Length > 60 ? session[..60] : session) + ".json");
        try
        {
            return new SessionNotes(file, JsonFields.Parse(File.ReadAllBytes(file)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            return new SessionNotes(file, JsonFields.Empty);
        }
    }

    /// <summary>Notes of sessions that are long over go.</summary>
    public static void Clean(GitRepository repository)
    {
        var folder = Folder(repository);
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > Kept))
            File.Delete(file);
    }

    /// <summary>A session begins, or goes on with an emptied context: what it was told is gone.</summary>
    public void Begin(string? head, bool isNew)
    {
        _fields = _fields.Without("told");
        if ((isNew || !_fields.Has("head")) && head is not null)
            _fields = _fields.With("head", head);
        _changed = true;
    }

    /// <summary>The agent does not hear this event: the next one that it does tells it.</summary>
    public void Wait(DueNews news)
    {
        var due = Due;
        _fields = _fields.Without("due_reminder").Without("due_mail").Without("due_text");
        if (due.IsReminder || news.IsReminder)
            _fields = _fields.With("due_reminder", true);
        if (due.IsMail || news.IsMail)
            _fields = _fields.With("due_mail", true);
        // Of two prompts that touch something the last one counts.
        if ((news.Text.Length > 0 ? news.Text : due.Text) is { Length: > 0 } text)
            _fields = _fields.With("due_text", text);
        _changed = true;
    }

    public void Told()
    {
        if (Due == DueNews.Nothing)
            return;
        _fields = _fields.Without("due_reminder").Without("due_mail").Without("due_text");
        _changed = true;
    }

    public void Deliver(IReadOnlyCollection<string> mail, string? handoff)
    {
        if (mail.Count == 0 && handoff is null)
            return;
        _fields = _fields.With("mail", Mail.Union(mail));
        if (handoff is not null)
            _fields = _fields.With("handoff", handoff);
        _changed = true;
    }

    public void Delivered()
    {
        _fields = _fields.Without("mail").Without("handoff");
        _changed = true;
    }

    /// <summary>Whether the session has not been told this yet; from now on it has.</summary>
    public bool IsNews(string text)
    {
        var mark = Convert.ToHexStringLower(System.IO.Hashing.XxHash3.Hash(System.Text.Encoding.UTF8.GetBytes(text)));
        var told = _fields.StringList("told");
        if (told.Contains(mark))
            return false;
        _fields = _fields.With("told", told.Append(mark).TakeLast(500));
        _changed = true;
        return true;
    }

    public void Save()
    {
        if (!_changed)
            return;
        try
        {
            AtomicFile.Write(_file, _fields.ToLines());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Then something is told once more.
        }
    }

    private static string Folder(GitRepository repository) => Path.Combine(repository.OwnDirectory, "state", "told");
}
