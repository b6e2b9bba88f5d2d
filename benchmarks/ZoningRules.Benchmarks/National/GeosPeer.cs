using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ZoningRules.Geo.Indexing;
using static ZoningRules.Benchmarks.National.GeosLibrary;

namespace ZoningRules.Benchmarks.National;

/// <summary>
/// The same questions put to GEOS in the way its users put them: a tree of envelopes, then prepared areas. Areas, points and sites are made and prepared before
/// anything is timed, so that only its own work counts; a call across costs some ten nanoseconds.
/// </summary>
internal sealed unsafe class GeosPeer : IDisposable
{
    // How many candidates one question can have.
    private const int Room = 1023;

    private readonly nint handle = GEOS_init_r();
    private readonly nint tree;
    private readonly nint[] geometries;
    private readonly nint[] prepared;
    private readonly int* found = (int*)NativeMemory.Alloc(1 + Room, sizeof(int));
    private bool isDisposed;

    public GeosPeer(PolygonSet set)
    {
        tree = GEOSSTRtree_create_r(handle, 10);
        geometries = new nint[set.Count];
        prepared = new nint[set.Count];
        for (var i = 0; i < set.Count; i++)
        {
            geometries[i] = GeometryOf(set, i);
            prepared[i] = GEOSPrepare_r(handle, geometries[i]);
            GEOSSTRtree_insert_r(handle, tree, geometries[i], i);
        }

        var anywhere = PointOf(0, 0);
        Candidates(anywhere);
        foreach (var area in prepared)
        {
            // The first question builds the index of a prepared area.
            GEOSPreparedIntersects_r(handle, area, anywhere);
        }

        GEOSGeom_destroy_r(handle, anywhere);
    }

    public nint PointOf(double east, double north) => GEOSGeom_createPointFromXY_r(handle, east, north);

    public nint SiteOf(double[] ring) => GEOSGeom_createPolygon_r(handle, RingOf(ring), null, 0);

    /// <summary>The sum of the numbers of the areas that a point lies in or on, each plus one.</summary>
    public int Locate(nint point)
    {
        var sum = 0;
        foreach (var i in Candidates(point))
        {
            sum += GEOSPreparedIntersects_r(handle, prepared[i], point) == 1 ? i + 1 : 0;
        }

        return sum;
    }

    /// <summary>What a site has in common with each area: prepared areas settle what they can, an overlay does the rest.</summary>
    public void Shares(nint site, List<AreaShare> shares)
    {
        shares.Clear();
        foreach (var i in Candidates(site))
        {
            if (GEOSPreparedCovers_r(handle, prepared[i], site) == 1)
            {
                shares.Add(new(i, AreaOf(site)));
            }
            else if (GEOSPreparedIntersects_r(handle, prepared[i], site) == 1)
            {
                var common = GEOSIntersection_r(handle, geometries[i], site);
                shares.Add(new(i, AreaOf(common)));
                GEOSGeom_destroy_r(handle, common);
            }
        }
    }

    public void Dispose()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            GEOSSTRtree_destroy_r(handle, tree);
            foreach (var area in prepared)
            {
                GEOSPreparedGeom_destroy_r(handle, area);
            }

            foreach (var geometry in geometries)
            {
                GEOSGeom_destroy_r(handle, geometry);
            }

            NativeMemory.Free(found);
            GEOS_finish_r(handle);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Note(nint item, nint state)
    {
        var list = (int*)state;
        list[++list[0]] = (int)item;
    }

    private ReadOnlySpan<int> Candidates(nint geometry)
    {
        found[0] = 0;
        GEOSSTRtree_query_r(handle, tree, geometry, &Note, (nint)found);
        return new(found + 1, found[0]);
    }

    private double AreaOf(nint geometry)
    {
        double area;
        return GEOSArea_r(handle, geometry, &area) == 1 ? area : double.NaN;
    }

    private nint RingOf(ReadOnlySpan<double> flat)
    {
        fixed (double* first = flat)
        {
            return GEOSGeom_createLinearRing_r(handle, GEOSCoordSeq_copyFromBuffer_r(handle, first, (uint)flat.Length / 2, 0, 0));
        }
    }

    private nint GeometryOf(PolygonSet set, int area)
    {
        List<nint> polygons = [];
        for (var ring = 0; ring < set.RingCountOf(area);)
        {
            var shell = RingOf(set.RingOf(area, ring++));
            List<nint> holes = [];
            for (; ring < set.RingCountOf(area) && set.RoleOf(area, ring) == RingRole.Hole; ring++)
            {
                holes.Add(RingOf(set.RingOf(area, ring)));
            }

            fixed (nint* first = CollectionsMarshal.AsSpan(holes))
            {
                polygons.Add(GEOSGeom_createPolygon_r(handle, shell, first, (uint)holes.Count));
            }
        }

        fixed (nint* first = CollectionsMarshal.AsSpan(polygons))
        {
            return polygons.Count == 1 ? polygons[0] : GEOSGeom_createCollection_r(handle, MultiPolygon, first, (uint)polygons.Count);
        }
    }
}
