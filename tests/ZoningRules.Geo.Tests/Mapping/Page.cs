using System.Globalization;
using System.Xml.Linq;
using ZoningRules.Geo.Mapping;

namespace ZoningRules.Geo.Tests.Mapping;

/// <summary>A drawn page, read back.</summary>
internal sealed class Page
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public Page(string svg) => Root = XDocument.Parse(svg).Root!;

    public XElement Root { get; }

    public double Width => double.Parse(Root.Attribute("width")!.Value.Replace("mm", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    public double Height => double.Parse(Root.Attribute("height")!.Value.Replace("mm", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    public double Scale => Of(Root, "data-scale");

    public IEnumerable<XElement> Texts => Root.Descendants(Svg + "text");

    public XElement Group(string id) => Root.Descendants(Svg + "g").Single(g => g.Attribute("id")?.Value == id);

    public static double Of(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    /// <summary>Where a text stands: left, top, right, bottom.</summary>
    public static (double Left, double Top, double Right, double Bottom) BoxOf(XElement text)
    {
        var size = Of(text, "font-size");
        var width = Lettering.Width(text.Value, size);
        if (text.Attribute("transform")?.Value is { } transform)
        {
            var place = transform.Split('(', ')')[1].Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            return (place[0] - size, place[1] - (width / 2), place[0], place[1] + (width / 2));
        }

        var left = Of(text, "x") - (text.Attribute("text-anchor")?.Value == "middle" ? width / 2 : 0);
        return (left, Of(text, "y") - size, left + width, Of(text, "y"));
    }
}
