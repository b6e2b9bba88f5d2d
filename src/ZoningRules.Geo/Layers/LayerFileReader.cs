using System.Collections.Frozen;
using System.Security.Cryptography;
using ZoningRules.Geo.Coordinates;
using ZoningRules.Geo.Reading;
using ZoningRules.Problems;

namespace ZoningRules.Geo.Layers;

/// <summary>Reads layer files, each once.</summary>
internal sealed class LayerFileReader(FrozenSet<string> properties)
{
    private const int ManyFeatures = 256;

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

        FeatureDocument document;
        try
        {
            document = GeoJsonReader.Read(bytes, properties, new(PositionLimit.OfLayer));
        }
        catch (GeometryTextException error)
        {
            var problem = Problem.Of(error.Code, null, [.. error.Arguments]);
            throw Fault(name, null, problem);
        }

        CheckCrs(document, crs, name);
        CheckFeatures(document, crs, name);
        return new(Convert.ToHexStringLower(SHA256.HashData(bytes)), document.Features);
    }

    // On all processors when there are many; the first fault in the order of the file is the one reported.
    private static void CheckFeatures(FeatureDocument document, Crs crs, string name)
    {
        if (document.Features.Count < ManyFeatures)
        {
            for (var i = 0; i < document.Features.Count; i++)
            {
                CheckFeature(document.Features[i], crs, name, i + 1);
            }

            return;
        }

        var faults = new LayerFaultException?[document.Features.Count];
        Parallel.For(0, faults.Length, (i, loop) =>
        {
            try
            {
                CheckFeature(document.Features[i], crs, name, i + 1);
            }
            catch (LayerFaultException fault)
            {
                // Those before it are still checked.
                faults[i] = fault;
                loop.Break();
            }
        });
        if (Array.Find(faults, f => f is not null) is { } first)
        {
            throw first;
        }
    }

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

    private static void CheckFeature(Feature feature, Crs crs, string name, int number)
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

            var positions = part.Rings.SelectMany(r => r.First.Zip(r.Second));
            if (PositionCheck.Problems(crs, AxisOrder.EastFirst, positions, null).FirstOrDefault() is { } problem)
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
