using System.Runtime.InteropServices;

namespace ZoningRules.Benchmarks.National;

/// <summary>What the comparison calls of the C interface of GEOS (https://libgeos.org), version 3.10 or later; the library itself is not part of this project.</summary>
internal static unsafe partial class GeosLibrary
{
    public const int MultiPolygon = 6;

    private const string Name = "libgeos_c.so.1";

    /// <summary>Whether the library is on this machine.</summary>
    public static bool IsPresent { get; } = NativeLibrary.TryLoad(Name, out _);

    /// <summary>Its version.</summary>
    public static string Version => Marshal.PtrToStringUTF8(GEOSversion()) ?? "";

    [LibraryImport(Name)]
    public static partial nint GEOS_init_r();

    [LibraryImport(Name)]
    public static partial nint GEOSCoordSeq_copyFromBuffer_r(nint handle, double* positions, uint count, int hasZ, int hasM);

    [LibraryImport(Name)]
    public static partial nint GEOSGeom_createPointFromXY_r(nint handle, double x, double y);

    [LibraryImport(Name)]
    public static partial nint GEOSGeom_createLinearRing_r(nint handle, nint positions);

    [LibraryImport(Name)]
    public static partial nint GEOSGeom_createPolygon_r(nint handle, nint shell, nint* holes, uint count);

    [LibraryImport(Name)]
    public static partial nint GEOSGeom_createCollection_r(nint handle, int type, nint* parts, uint count);

    [LibraryImport(Name)]
    public static partial void GEOSGeom_destroy_r(nint handle, nint geometry);

    [LibraryImport(Name)]
    public static partial nint GEOSPrepare_r(nint handle, nint geometry);

    [LibraryImport(Name)]
    public static partial void GEOSPreparedGeom_destroy_r(nint handle, nint prepared);

    [LibraryImport(Name)]
    public static partial byte GEOSPreparedIntersects_r(nint handle, nint prepared, nint geometry);

    [LibraryImport(Name)]
    public static partial byte GEOSPreparedCovers_r(nint handle, nint prepared, nint geometry);

    [LibraryImport(Name)]
    public static partial nint GEOSIntersection_r(nint handle, nint first, nint second);

    [LibraryImport(Name)]
    public static partial int GEOSArea_r(nint handle, nint geometry, double* area);

    [LibraryImport(Name)]
    public static partial nint GEOSSTRtree_create_r(nint handle, nuint nodeCapacity);

    [LibraryImport(Name)]
    public static partial void GEOSSTRtree_insert_r(nint handle, nint tree, nint geometry, nint item);

    [LibraryImport(Name)]
    public static partial void GEOSSTRtree_query_r(nint handle, nint tree, nint geometry, delegate* unmanaged[Cdecl]<nint, nint, void> found, nint state);

    [LibraryImport(Name)]
    public static partial void GEOSSTRtree_destroy_r(nint handle, nint tree);

    [LibraryImport(Name)]
    public static partial void GEOS_finish_r(nint handle);

    [LibraryImport(Name)]
    private static partial nint GEOSversion();
}
