using System.Management.Automation;
using CodeSyncer.Core.Errors;
using CodeSyncer.Core.Text;

namespace CodeSyncer.PowerShell;

/// <summary>The one place where errors become error records: a stable id, a true category, and what to do.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord Of(Exception error, object? target) => error is CodeSyncerException known
        ? Create(known, known.Id, CategoryOf(known.Kind), target, CommandWords.InPowerShell(known.Message), CommandWords.InPowerShell(known.Hint))
        : Create(error, "FileAccess", CategoryOf(error), target, error.Message, "check that the file or folder is there and may be read and written");

    /// <summary>Whether an exception says something about files, and not that we are wrong.</summary>
    public static bool IsExpected(Exception error) => error is CodeSyncerException or IOException or UnauthorizedAccessException;

    private static ErrorRecord Create(Exception error, string id, ErrorCategory category, object? target, string message, string hint) =>
        new(error, id, category, target)
        {
            ErrorDetails = new ErrorDetails(SafeText.ForTerminal(message)) { RecommendedAction = SafeText.ForTerminal(hint) },
        };

    private static ErrorCategory CategoryOf(ErrorKind kind) => kind switch
    {
        ErrorKind.CheckFailed => ErrorCategory.InvalidResult,
        ErrorKind.BadInput => ErrorCategory.InvalidArgument,
        ErrorKind.Conflict => ErrorCategory.ResourceBusy,
        ErrorKind.NoRepository => ErrorCategory.ObjectNotFound,
        _ => ErrorCategory.NotSpecified,
    };

    private static ErrorCategory CategoryOf(Exception error) => error switch
    {
        UnauthorizedAccessException => ErrorCategory.PermissionDenied,
        FileNotFoundException or DirectoryNotFoundException => ErrorCategory.ObjectNotFound,
        _ => ErrorCategory.ReadError,
    };
}
