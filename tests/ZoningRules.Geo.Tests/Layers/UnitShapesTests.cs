using ZoningRules.Geo.Indexing;
using ZoningRules.Geo.Layers;
using ZoningRules.Geo.Tests.Indexing;

namespace ZoningRules.Geo.Tests.Layers;

public sealed class UnitShapesTests
{
    [Fact]
    public void Shape_OfMoreUnitsThanAreKept_IsAlwaysTheRightOne()
    {
        const int count = 9000;
        var builder = new PolygonSetBuilder();
        for (var i = 0; i < count; i++)
        {
            builder.AddRing([i, 0, i + 1, 0, i + 1, 1 + i, i, 1 + i, i, 0], RingRole.Shell);
            builder.EndArea();
        }

        var shapes = new UnitShapes(builder.Build());
        for (var turn = 0; turn < 2; turn++)
        {
            Parallel.For(0, count, i => Assert.Equal(i + 1, shapes[i].Measure));
        }

        // Whoever is asked for twice is kept, and makes room only for another who is asked for twice.
        _ = shapes[5];
        Assert.Same(shapes[5], shapes[5]);
        var first = shapes[5];
        _ = shapes[5 + 4096];
        Assert.Same(first, shapes[5]);
        _ = shapes[5 + 4096];
        Assert.NotSame(first, shapes[5]);
    }

    [Fact]
    public void Shape_OfAnyArea_IsTheGeometryItWasMadeOf() => Properties.Hold(20, random =>
    {
        var areas = LayoutGenerator.Areas(random);
        var builder = new PolygonSetBuilder();
        foreach (var area in areas)
        {
            foreach (var (ring, role) in UnitShapes.RingsOf(area))
            {
                builder.AddRing(ring, role);
            }

            builder.EndArea();
        }

        var shapes = new UnitShapes(builder.Build());
        return areas.Select((a, i) => shapes[i].Geometry.EqualsExact(a) && Math.Abs(shapes.Index.Set.MeasureOf(i) - a.Area) <= 1e-9 * a.Area).All(e => e);
    });
}
