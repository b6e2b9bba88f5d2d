using System.Collections.Immutable;
using ZoningRules.Measures;
using ZoningRules.Problems;

namespace ZoningRules.Proposals;

/// <summary>Where a project is proposed, as far as the proposal says.</summary>
public abstract record Site
{
    private protected Site() { }

    /// <summary>A geometry in a stated coordinate reference system, as text; ZoningRules.Geo reads it.</summary>
    /// <param name="Format">How <paramref name="Content"/> is written.</param>
    /// <param name="Content">The text; for <see cref="SiteFormat.File"/> the path as the proposal gives it, relative to the proposal's folder.</param>
    /// <param name="Crs">The coordinate reference system as stated, such as <c>EPSG:4490</c>; null when the proposal states none.</param>
    /// <param name="Accuracy">How far the drawn boundary may be from the true one; null when not stated.</param>
    /// <param name="Place">Where the geometry stands.</param>
    public sealed record Geometry(SiteFormat Format, string Content, string? Crs, Metres? Accuracy, SourcePlace Place) : Site
    {
        /// <summary>For <see cref="SiteFormat.File"/> the files, the one that was named first; empty otherwise.</summary>
        public ImmutableArray<SiteFile> Files { get; init; } = [];

        /// <summary>Which layer of a file with several layers holds the site; null when not stated.</summary>
        public string? Layer { get; init; }

        /// <summary>Which number of a position comes first; null when format and coordinate reference system decide.</summary>
        public SiteAxes? Axes { get; init; }

        /// <summary>The parameters that lead from the site's datum to CGCS2000; null when not stated.</summary>
        public DatumShift? DatumShift { get; init; }

        /// <summary>The whole width of the corridor around a line; null for anything that is no corridor.</summary>
        public Metres? Width { get; init; }

        /// <summary>What to do with an invalid boundary.</summary>
        public SiteRepair Repair { get; init; }

        /// <summary>The town in which the proposal says that the site lies; null when it names none.</summary>
        public Town? InTown { get; init; }

        /// <summary>The outline of the land parcel in which the proposal says that the site lies; null when it gives none.</summary>
        public Geometry? Parcel { get; init; }
    }

    /// <summary>No geometry; only the name of a town.</summary>
    /// <param name="Name">The town's name as written.</param>
    /// <param name="County">The county's name, or null.</param>
    /// <param name="Place">Where the name stands.</param>
    public sealed record Town(string Name, string? County, SourcePlace? Place) : Site;

    /// <summary>The proposal says nothing about where.</summary>
    public sealed record NotStated : Site;
}
