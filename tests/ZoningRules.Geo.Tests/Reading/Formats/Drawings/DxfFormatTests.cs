using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using ZoningRules.Geo.Reading;
using ZoningRules.Geo.Reading.Formats;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Tests.Reading.Formats.Drawings;

public sealed class DxfFormatTests
{
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    // Groups written as `code value` a line.
    private static string Groups(string text) => string.Concat(
        text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Select(l => l.Split(' ', 2)).Select(p => $"{p[0],3}\n{(p.Length > 1 ? p[1] : "")}\n"));

    private static string Drawing(string entities, string head = "") => Groups(
        $"""
         999 a comment
         0 SECTION
         2 HEADER
         {head}
         0 ENDSEC
         0 SECTION
         2 BLOCKS
         0 BLOCK
         0 LINE
         8 in a block
         10 1
         20 2
         11 3
         21 4
         0 ENDBLK
         0 ENDSEC
         0 SECTION
         2 ENTITIES
         {entities}
         0 ENDSEC
         0 EOF
         """);

    private static string Polyline(string layer, int flags, params double[] numbers) =>
        $"0 LWPOLYLINE\n8 {layer}\n90 {numbers.Length / 3}\n70 {flags}\n" + string.Concat(numbers.Chunk(3).Select(v =>
            string.Create(CultureInfo.InvariantCulture, $"10 {v[0]}\n20 {v[1]}\n{(v[2] == 0 ? "" : $"42 {v[2]}\n")}")));

    private static FeatureDocument Read(string entities, string? layer = null, string head = "") => Fixture.Read(Fixture.Text(Drawing(entities, head)), layer);

    private static string Why(string text) => Fixture.Refused(Fixture.Text(text)).Arguments[1];

    private static Geometry Only(FeatureDocument document) => Fixture.Geometry(Assert.Single(document.Features));

    [Theory]
    [InlineData(1, new double[] { 0, 0, 0, 10, 0, 0, 10, 10, 0 }, nameof(PartKind.Area), 4)]
    [InlineData(0, new double[] { 0, 0, 0, 10, 0, 0, 10, 10, 0, 0, 0, 0 }, nameof(PartKind.Area), 4)]
    [InlineData(1, new double[] { 0, 0, 0, 10, 0, 0, 10, 10, 0, 0, 0, 0 }, nameof(PartKind.Area), 4)]
    [InlineData(0, new double[] { 0, 0, 0, 10, 0, 0, 10, 10, 0 }, nameof(PartKind.Line), 3)]
    public void Read_Polyline_ClosedByFlagOrByItsEnds(int flags, double[] vertices, string kind, int positions)
    {
        var document = Read(Polyline("红线", flags, vertices));
        var part = document.Features[0].Parts[0];

        Assert.Equal(kind, part.Kind.ToString());
        Assert.Equal(positions, part.Rings[0].Count);
        Assert.Equal("红线", document.Features[0].Property("Layer"));
        Assert.Equal(kind == nameof(PartKind.Line), Fixture.Steps(document).Any(s => s.Contains("not closed", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_OldPolyline_WithVertices()
    {
        var document = Read(
            """
            0 POLYLINE
            8 a
            66 1
            10 0
            20 0
            30 0
            70 9
            0 VERTEX
            8 a
            10 500
            20 0
            30 12.5
            70 32
            0 VERTEX
            8 a
            10 510
            20 0
            70 16
            0 VERTEX
            8 a
            10 510
            20 10
            0 VERTEX
            8 a
            10 500
            20 10
            0 SEQEND
            8 a
            """);

        Assert.Equal(50, Only(document).Area, 9);
        Assert.True(document.HasHeight);
    }

    // Two half circles around (500, 500); the area is what matters, inscribed and within the tolerance.
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Read_Bulges_FlattenedToAMillimetre(double bulge)
    {
        var document = Read(Polyline("a", 1, 400, 500, bulge, 600, 500, bulge));
        var circle = Only(document);

        Assert.All(circle.Coordinates, c => Assert.Equal(100, Math.Sqrt(Math.Pow(c.X - 500, 2) + Math.Pow(c.Y - 500, 2)), 9));
        for (var i = 1; i < circle.Coordinates.Length; i++)
        {
            var (a, b) = (circle.Coordinates[i - 1], circle.Coordinates[i]);
            Assert.InRange(100 - Math.Sqrt(Math.Pow(((a.X + b.X) / 2) - 500, 2) + Math.Pow(((a.Y + b.Y) / 2) - 500, 2)), 0, 0.001);
        }

        Assert.InRange((Math.PI * 10_000) - circle.Area, 0, 0.5);
        Assert.Contains(Fixture.Steps(document), s => s.Contains("1 mm", StringComparison.Ordinal));
    }

    // A quarter circle from (1010, 1000) to (1000, 1010): anticlockwise around (1000, 1000), clockwise around (1010, 1010).
    [Theory]
    [InlineData(0.41421356237309503, 1000, 1000)]
    [InlineData(-0.41421356237309503, 1010, 1010)]
    public void Read_QuarterArc_LiesOnTheRightSide(double bulge, double x, double y)
    {
        var line = Only(Read(Polyline("a", 0, 1010, 1000, bulge, 1000, 1010, 0)));

        Assert.True(line.NumPoints > 10);
        Assert.All(line.Coordinates, c => Assert.Equal(10, c.Distance(new(x, y)), 6));
    }

    [Fact]
    public void Read_Circle_IsAnArea() =>
        Assert.Equal(Math.PI * 2500, Only(Read("0 CIRCLE\n8 a\n10 1000\n20 2000\n40 50")).Area, 0.5);

    [Fact]
    public void Read_MirroredPlane_TurnedBack()
    {
        var seen = Only(Read(Polyline("a", 1, 1000, 0, 1, 1010, 0, 0, 1010, 20, 0, 1000, 20, 0)));
        var mirrored = Only(Read(Polyline("a", 1, -1000, 0, -1, -1010, 0, 0, -1010, 20, 0, -1000, 20, 0) + "210 0\n220 0\n230 -1"));

        Assert.Equal(0, seen.SymmetricDifference(mirrored).Area, 9);
        Assert.Contains("tilted", Why(Drawing(Polyline("a", 1, 0, 0, 0, 1, 0, 0, 1, 1, 0) + "210 1\n220 0\n230 0")), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LinesAndPoints_Alone()
    {
        Assert.Equal("LINESTRING (1 2, 3 4)", Only(Read("0 LINE\n8 a\n10 1\n20 2\n11 3\n21 4")).ToString());
        Assert.Equal("POINT (1 2)", Only(Read("0 POINT\n8 a\n10 1\n20 2")).ToString());
        var document = Read("0 POINT\n8 a\n10 1\n20 2\n" + Polyline("a", 1, 0, 0, 0, 1, 0, 0, 1, 1, 0));
        Assert.Single(document.Features);
        Assert.Contains(Fixture.Steps(document), s => s.Contains("left out 1 points", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WhatIsNoBoundary_CountedInASteps()
    {
        var document = Read(
            Polyline("a", 1, 0, 0, 0, 1, 0, 0, 1, 1, 0) + "0 INSERT\n8 a\n2 gate\n0 SPLINE\n8 a\n0 SPLINE\n8 a\n0 TEXT\n8 b\n"
            + Polyline("a", 1, 0, 0, 0, 1, 0, 0, 1, 1, 0) + "67 1");

        Assert.Single(document.Features);
        Assert.Contains(Fixture.Steps(document), s => s.Contains("INSERT ×1, SPLINE ×2", StringComparison.Ordinal));
        Assert.Contains(Fixture.Steps(document), s => s.Contains("1 objects on sheets", StringComparison.Ordinal));
        Assert.Contains("not read: SPLINE ×1", Why(Drawing("0 SPLINE\n8 a")), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralLayers_OneIsChosen()
    {
        var entities = Polyline("地块", 1, 0, 0, 0, 1, 0, 0, 1, 1, 0) + Polyline("道路", 0, 0, 0, 0, 1, 0, 0);

        Assert.Equal(ProblemCode.SeveralLayers, Fixture.Refused(Fixture.Text(Drawing(entities))).Code);
        Assert.Equal("道路, 地块".Split(", ").Order(StringComparer.Ordinal), Fixture.Refused(Fixture.Text(Drawing(entities))).Arguments[1].Split(", "));
        Assert.Equal(PartKind.Area, Read(entities, "地块").Features[0].Parts[0].Kind);
        Assert.Equal(PartKind.Line, Read(entities, "道路").Features[0].Parts[0].Kind);
    }

    [Fact]
    public void Read_ClosedLinesInOneAnother_SaysTheyAreNoHoles() => Assert.Contains(
        Fixture.Steps(Read(Polyline("a", 1, 0, 0, 0, 9, 0, 0, 9, 9, 0) + Polyline("a", 1, 2, 1, 0, 3, 1, 0, 3, 2, 0))),
        s => s.Contains("not cut out", StringComparison.Ordinal));

    [Theory]
    [InlineData("9 $ACADVER\n1 AC1015\n9 $DWGCODEPAGE\n3 ANSI_936", true)]
    [InlineData("9 $ACADVER\n1 AC1015\n9 $DWGCODEPAGE\n3 ANSI_1252", true)]
    [InlineData("9 $ACADVER\n1 AC1015\n9 $DWGCODEPAGE\n3 ANSI_1252", false)]
    [InlineData("9 $ACADVER\n1 AC1032\n9 $DWGCODEPAGE\n3 ANSI_936", false)]
    [InlineData("9 $ACADVER\n1 AC1032", true)]
    [InlineData("", true)]
    [InlineData("", false)]
    public void Read_LayerNameInEitherEncoding_Decoded(string head, bool isGbk)
    {
        var text = Drawing(Polyline("红线范围", 1, 0, 0, 0, 1, 0, 0, 1, 1, 0), head).Replace("\n", "\r\n", StringComparison.Ordinal);
        var document = Fixture.Read(Fixture.Named("a.dxf", isGbk ? Gbk.GetBytes(text) : Encoding.UTF8.GetBytes(text)));

        Assert.Equal("红线范围", document.Features[0].Property("Layer"));
    }

    [Fact]
    public void Read_EscapedCharacters_Decoded() =>
        Assert.Equal("红线", Read(Polyline(@"\U+7EA2\U+7ebf", 1, 0, 0, 0, 1, 0, 0, 1, 1, 0)).Features[0].Property("Layer"));

    [Theory]
    [InlineData(4, true)]
    [InlineData(6, false)]
    [InlineData(0, false)]
    public void Read_UnitOfTheDrawing_IsAStep(int unit, bool said) => Assert.Equal(said, Fixture.Steps(Read(
        Polyline("a", 1, 0, 0, 0, 1, 0, 0, 1, 1, 0), null, $"9 $INSUNITS\n70 {unit}")).Any(s => s.Contains("$INSUNITS", StringComparison.Ordinal)));

    [Fact]
    public void Read_BinaryOrDwg_SaysWhatToDo()
    {
        Assert.Contains("ASCII", Fixture.Refused(Fixture.Named("a.dxf", [.. "AutoCAD Binary DXF\r\n\u001a\0"u8, 1, 2, 3])).Arguments[1], StringComparison.Ordinal);
        Assert.Contains("save it as DXF", Fixture.Refused(Fixture.Named("a.dxf", "AC1032\0\0\0\0"u8.ToArray())).Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0 SECTION\n2 ENTITIES\n0 LINE\n8 a\n10 x", "should be a number")]
    [InlineData("0 SECTION\n2 ENTITIES\n0 LINE\n8 a\n10 1e999", "should be a number")]
    [InlineData("0 SECTION\n2 ENTITIES\n0 LINE\n8 a\nx 1", "line 9 of the DXF should be a group code")]
    [InlineData("0 SECTION\n2 ENTITIES\n0 LWPOLYLINE\n8 a\n70 1.5", "should be a whole number")]
    [InlineData("0 SECTION\n2 ENTITIES\n0 LINE\n8 a\n10 1\n20 2", "no end (EOF)")]
    [InlineData("0 SECTION\n2 ENTITIES\n0 POLYLINE\n8 a\n0 VERTEX\n10 1\n20 2\n0 LINE\n8 a\n0 ENDSEC\n0 EOF", "SEQEND")]
    [InlineData("0 SECTION\n2 ENTITIES\n0 LINE\n8 a\n10 1\n20 2\n0 ENDSEC\n0 EOF", "no end")]
    [InlineData("0 SECTION\n2 ENTITIES\n0 LWPOLYLINE\n8 a\n70 1\n0 ENDSEC\n0 EOF", "no position")]
    [InlineData("0 SECTION\n2 ENTITIES\n0 CIRCLE\n8 a\n10 1\n20 2\n40 -3\n0 ENDSEC\n0 EOF", "radius -3")]
    [InlineData("0 SECTION\n2 ENTITIES\n0 CIRCLE\n8 a\n10 1000\n20 2\n40 1e30\n0 ENDSEC\n0 EOF", "too large")]
    [InlineData("0 SECTION\n2 ENTITIES\n0 ENDSEC\n0 EOF", "holds no lines")]
    public void Read_Damaged_Refused(string groups, string why) => Assert.Contains(why, Why(Groups(groups)), StringComparison.Ordinal);

    // A small drawing whose arcs would take billions of positions.
    [Fact]
    public void Read_ArcsBeyondMeasure_Refused()
    {
        var vertices = Enumerable.Range(0, 6_000).SelectMany(i => new double[] { 1e4 * (i % 2), i, 0.9 }).ToArray();

        Assert.Equal(ProblemCode.TooManyPoints, Fixture.Refused(Fixture.Text(Drawing(Polyline("a", 1, vertices)))).Code);
    }
}
