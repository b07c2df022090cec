using System.Text;

namespace Billing;

/// <summary>
/// Renders invoices. <c>@codesyncer-decision</c> tags in this file are about layout only.
/// </summary>
/// <remarks>@codesyncer-why the PDF library is not thread safe, so one renderer serves one thread</remarks>
public sealed class InvoiceRenderer
{
    /// <summary>@codesyncer-rule amounts are <c>decimal</c>, never double</summary>
    private readonly decimal _total;

    // @codesyncer-decision(id=INV-4, supersedes=INV-2, by=jana, 2026-05-04): A4 only
    // @codesyncer-decision(id=INV-5, by="jana, tom", status=accepted): no letter paper
    private const string Format = "A4";

    private const string Help = @"Use
// @codesyncer-decision: verbatim ""quoted"" string
and so on";

    private const string Raw = """
        /* @codesyncer-todo: raw string */
        "and quotes"
        """;

    public string Render(string name)
    {
        /* @codesyncer-todo: fonts
           are embedded twice
         */
        var text = $"Invoice for {name /* @codesyncer-inference: never empty */} // @codesyncer-todo: text";
        var builder = new StringBuilder();
        builder.Append('"').Append(text); // @codesyncer-todo: escape
        builder.AppendLine(_total.ToString("F2"));
        return builder.ToString();
    }

    /**
     * <remarks>
     * @codesyncer-tradeoff: string building
     * instead of a template engine
     * </remarks>
     */
    public void Save(string path)
    {
        // @codesyncer-work:BIL-77: atomic write
        // @codesyncer-alternative (2026-05-06): temp file next to it
        File.WriteAllText(path, Render("x"));
    }
}
