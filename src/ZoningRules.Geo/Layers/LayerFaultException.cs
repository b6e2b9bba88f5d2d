using ZoningRules.Problems;

namespace ZoningRules.Geo.Layers;

/// <summary>Ends the reading of one layer; caught where its reading began, so that the other layers go on.</summary>
internal sealed class LayerFaultException(string zh, string en) : Exception
{
    /// <summary>What is wrong.</summary>
    public LocalText Fault { get; } = new(zh, en);
}
