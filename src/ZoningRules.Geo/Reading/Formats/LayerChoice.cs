using ZoningRules.Problems;

namespace ZoningRules.Geo.Reading.Formats;

/// <summary>Chooses a layer of a file that may have several.</summary>
internal static class LayerChoice
{
    private const int MostShown = 20;

    /// <summary>The index of the layer wanted, else of the only one.</summary>
    /// <param name="file">The name of the file, for messages.</param>
    /// <param name="layers">The names of its layers; at least one.</param>
    /// <param name="wanted">The name wanted: exactly, or but for its case when that leaves one; null for the only layer.</param>
    /// <exception cref="GeometryTextException">None or several are meant.</exception>
    public static int Of(string file, IReadOnlyList<string> layers, string? wanted)
    {
        var shown = string.Join(", ", layers.Take(MostShown)) + (layers.Count > MostShown ? ", …" : "");
        if (string.IsNullOrEmpty(wanted))
        {
            return layers.Count == 1 ? 0 : throw new GeometryTextException(ProblemCode.SeveralLayers, file, shown);
        }

        int[] exact = [.. Where(StringComparison.Ordinal)];
        int[] found = exact.Length > 0 ? exact : [.. Where(StringComparison.OrdinalIgnoreCase)];
        return found.Length == 1 ? found[0] : throw new GeometryTextException(ProblemCode.UnknownLayer, file, wanted, shown);

        IEnumerable<int> Where(StringComparison comparison) => Enumerable.Range(0, layers.Count).Where(i => layers[i].Equals(wanted, comparison));
    }
}
