using System.Collections.Frozen;
using System.Security.Cryptography;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Layers;

/// <summary>Reads layer files, each once.</summary>
internal sealed class LayerFileReader(FrozenSet<string> properties)
{
    // From this size on, in bytes, a file is read on all processors.
    private const int LargeFile = 1024 * 1024;

    private Dictionary<(string Path, Crs Crs), LayerFile> Read { get; } = [];

    private Dictionary<(string Path, Crs Crs), LayerFaultException> Faults { get; } = [];

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="LayerFaultException">It is missing, is not GeoJSON, or holds something that cannot be used.</exception>
    public LayerFile Load(string path, Crs crs)
    {
        var key = (path, crs);
        if (Faults.TryGetValue(key, out var fault))
        {
            throw fault;
        }

        if (!Read.TryGetValue(key, out var file))
        {
            try
            {
                file = ReadFile(path, crs);
            }
            catch (LayerFaultException error)
            {
                Faults.Add(key, error);
                throw;
            }

            Read.Add(key, file);
        }

        return file;
    }

    /// <summary>Lets go of what was read.</summary>
    public void Forget()
    {
        Read.Clear();
        Faults.Clear();
    }

    private LayerFile ReadFile(string path, Crs crs)
    {
        var name = Path.GetFileName(path);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new LayerFaultException($"文件 `{name}` 不存在", $"the file `{name}` does not exist");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new LayerFaultException($"文件 `{name}` 无法打开", $"the file `{name}` cannot be opened");
        }

        var (document, sha256) = bytes.Length < LargeFile ? (null, null) : ReadLarge(bytes);
        try
        {
            document ??= GeoJsonReader.Read(bytes, properties, new(PositionLimit.OfLayer));
        }
        catch (GeometryTextException error)
        {
            var problem = Problem.Of(error.Code, null, [.. error.Arguments]);
            throw Fault(name, null, problem);
        }

        CheckCrs(document, crs, name);
        SideBySide.Make(document.Features.Count, i => CheckFeature(document.Features[i], crs, name, i + 1));
        return new(sha256 ?? Fingerprint(bytes), document.Features);
    }

    private (FeatureDocument? Document, string Sha256) ReadLarge(byte[] bytes)
    {
        FeatureDocument? document = null;
        var sha256 = string.Empty;
        Parallel.Invoke(() => sha256 = Fingerprint(bytes), () => document = PlainFeatureCollection.Read(bytes, properties, PositionLimit.OfLayer));
        return (document, sha256);
    }

    private static string Fingerprint(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void CheckCrs(FeatureDocument document, Crs crs, string name)
    {
        if (document.Crs is not StatedCrs.Named(var stated))
        {
            return;
        }

        var known = CoordinateSystems.TryFind(stated, out var named);
        if (!known || !named!.AgreesWith(crs))
        {
            throw new LayerFaultException($"`{name}` 自带坐标系 `{stated}`，与图层声明的 {crs.Id} 不一致", $"`{name}` says `{stated}`, the layer {crs.Id}");
        }
    }

    // Gives back the feature when all is well with it.
    private static Feature CheckFeature(Feature feature, Crs crs, string name, int number)
    {
        if (feature.Parts.Count == 0)
        {
            throw Fault(name, number, Problem.Of(ProblemCode.EmptyGeometry, null));
        }

        foreach (var part in feature.Parts)
        {
            if (part.Kind != feature.Parts[0].Kind)
            {
                throw Fault(name, number, Problem.Of(ProblemCode.MixedGeometry, null));
            }

            if (Validity.FaultOf(part, AxisOrder.EastFirst) is { } fault)
            {
                throw Fault(name, number, Problem.Of(ProblemCode.InvalidGeometry, null, fault.Zh, fault.En, fault.Position));
            }

            foreach (var ring in part.Rings)
            {
                CheckPositions(ring, crs, name, number);
            }
        }

        return feature;
    }

    private static void CheckPositions(RawRing ring, Crs crs, string name, int number)
    {
        for (var i = 0; i < ring.Count; i++)
        {
            if (!PositionCheck.Fits(crs, ring.First[i], ring.Second[i])
                && PositionCheck.Problems(crs, AxisOrder.EastFirst, [(ring.First[i], ring.Second[i])], null).FirstOrDefault() is { } problem)
            {
                throw Fault(name, number, problem);
            }
        }
    }

    private static LayerFaultException Fault(string name, int? feature, Problem problem)
    {
        var zh = Wording.Message(problem, Language.Zh);
        var en = Wording.Message(problem, Language.En);
        return feature is { } number
            ? new($"`{name}` 第 {number} 个要素：{zh}", $"`{name}`, feature {number}: {en}")
            : new($"`{name}`：{zh}", $"`{name}`: {en}");
    }
}
