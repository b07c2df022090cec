using System.Xml;
using System.Xml.Linq;

namespace CodeSyncer.Core.Projects.Formats;

/// <summary>XML without its namespaces. Document types are refused: they bring entities, and entities bring bombs and files.</summary>
internal static class XmlFormat
{
    /// <summary>More attributes, or more text in one element, no manifest needs; without a bound both cost quadratic time.</summary>
    private const int MaxAttributes = 32;
    private const int MaxText = 10_000;

    /// <summary>What could be read, null when there is not even a first element; and whether the rest is broken.</summary>
    public static (XElement? Root, bool Broken) Parse(string text)
    {
        XElement? root = null;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            var open = new Stack<XElement>();
            while (reader.Read())
                Take(reader, open, ref root);
            return (root, false);
        }
        catch (Exception error) when (error is XmlException or FormatException)
        {
            return (root, true);
        }
    }

    private static void Take(XmlReader reader, Stack<XElement> open, ref XElement? root)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                if (open.Count >= ManifestTreeBuilder.MaxDepth)
                    throw new FormatException("nested too deep");
                var element = new XElement(XmlConvert.EncodeLocalName(reader.LocalName)!);
                if (open.TryPeek(out var parent))
                    parent.Add(element);
                else
                    root = element;
                if (!reader.IsEmptyElement)
                    open.Push(element);
                for (var i = 0; i < MaxAttributes && reader.MoveToNextAttribute(); i++)
                    AddAttribute(element, reader);
                break;
            case XmlNodeType.EndElement:
                open.Pop();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA when open.TryPeek(out var holder) && !IsLong(holder):
                holder.Add(reader.Value);
                break;
        }
    }

    private static bool IsLong(XElement holder) => holder.LastNode is XText { Value.Length: > MaxText };

    private static void AddAttribute(XElement element, XmlReader reader)
    {
        if (reader.Prefix != "xmlns" && reader.LocalName != "xmlns" && element.Attribute(reader.LocalName) is null)
            element.SetAttributeValue(reader.LocalName, reader.Value);
    }
}
