using System.Collections.Immutable;
using ZoningRules.Geo.Indexing;
using ZoningRules.Geo.Shapes;
using ZoningRules.Locations;

namespace ZoningRules.Geo.Layers;

/// <summary>The layer of control units, read and indexed. Immutable.</summary>
internal sealed class UnitLayer
{
    private const int UsualHits = 64;

    /// <summary>Makes the layer.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="facts">What is known of its files.</param>
    /// <param name="units">Its units, ordered by code; codes are distinct and numbers ascend from 0.</param>
    /// <param name="shapes">Their shapes.</param>
    /// <param name="holes">Known holes; their name is the reason.</param>
    /// <param name="coverage">Where it is complete.</param>
    public UnitLayer(
        string id, LayerData facts, ImmutableArray<UnitFeature> units, UnitShapes shapes, ImmutableArray<LayerFeature> holes, Coverage coverage)
    {
        Id = id;
        Facts = facts;
        Units = units;
        Holes = holes;
        Coverage = coverage;
        Shapes = shapes;
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>What is known of its files.</summary>
    public LayerData Facts { get; }

    /// <summary>Its units.</summary>
    public ImmutableArray<UnitFeature> Units { get; }

    /// <summary>Known holes.</summary>
    public ImmutableArray<LayerFeature> Holes { get; }

    /// <summary>Where it is complete.</summary>
    public Coverage Coverage { get; }

    private UnitShapes Shapes { get; }

    /// <summary>The units that come within a distance of a site, and perhaps some more; ordered by code.</summary>
    public List<NearUnit> Near(Shape site, double distance)
    {
        Span<AreaHit> hits = stackalloc AreaHit[UsualHits];
        var found = Search(site, distance, hits);
        while (found > hits.Length)
        {
            hits = new AreaHit[2 * found];
            found = Search(site, distance, hits);
        }

        hits = hits[..found];
        hits.Sort(static (a, b) => a.Area.CompareTo(b.Area));
        var near = new List<NearUnit>(found);
        foreach (var hit in hits)
        {
            near.Add(new(Units[hit.Area], hit.Contact == AreaContact.Holds));
        }

        return near;
    }

    private int Search(Shape site, double distance, Span<AreaHit> hits)
    {
        var box = site.Envelope;
        return box.MinX == box.MaxX && box.MinY == box.MaxY
            ? Shapes.Index.Near(box.MinX, box.MinY, distance, hits)
            : Shapes.Index.Around(box.MinX - distance, box.MinY - distance, box.MaxX + distance, box.MaxY + distance, hits);
    }
}
