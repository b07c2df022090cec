using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using CodeSyncer.Core.Text;

namespace CodeSyncer.PowerShell.Output;

/// <summary>What the format views show: text of others that cannot command the terminal.</summary>
public abstract class TerminalText
{
    /// <summary>The text on one line, its control characters made visible; empty for null.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The format views can name methods of the object shown, but no type of the private load context.")]
    public string Shown(object? value) => value is null ? "" : SafeText.ForTerminal(value.ToString()!);

    /// <summary>The same with its line ends.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "As above.")]
    public string ShownLines(object? value) => value is null ? "" : SafeText.ForTerminal(value.ToString()!, keepLines: true);

    /// <summary>On one line of at most so many characters; a longer text keeps its end, where names of agents differ.</summary>
    public string ShownEnd(object? value, int most)
    {
        var text = Shown(value);
        return text.Length <= most ? text : string.Concat("…", text.AsSpan(text.Length - most + 1));
    }

    /// <summary>The same object, shown as a list by default: for one that was asked for by its name.</summary>
    internal PSObject Whole()
    {
        var shown = new PSObject(this);
        shown.TypeNames.Insert(0, GetType().FullName + "#Whole");
        return shown;
    }
}
