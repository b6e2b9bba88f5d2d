using System.Globalization;
using ZoningRules.Geo.Siting;
using ZoningRules.Problems;

namespace ZoningRules.Cli;

/// <summary>Shows how far a search has come, on one line of the terminal that is wiped at the end. Silent when the output is no terminal.</summary>
internal sealed class ProgressLine(Surroundings around, Language language) : IProgress<SitingProgress>, IDisposable
{
    private readonly Lock gate = new();
    private string shown = "";

    public void Report(SitingProgress value)
    {
        if (!around.MayColour)
        {
            return;
        }

        var percent = value.Total == 0 ? "" : (100L * value.Done / value.Total).ToString(CultureInfo.InvariantCulture) + " %";
        var text = $"{Words(value.Stage)} {percent}".TrimEnd();
        lock (gate)
        {
            if (text != shown)
            {
                shown = text;
                around.Error.Write("\r\u001b[K" + text);
                around.Error.Flush();
            }
        }
    }

    public void Dispose()
    {
        if (shown.Length > 0)
        {
            around.Error.Write("\r\u001b[K");
            around.Error.Flush();
        }
    }

    private string Words(SitingStage stage) => stage switch
    {
        SitingStage.Lines => language == Language.Zh ? "绘制界线" : "drawing lines",
        SitingStage.Faces => language == Language.Zh ? "划分区块" : "cutting faces",
        SitingStage.Assessing => language == Language.Zh ? "逐块判定" : "assessing faces",
        SitingStage.Joining => language == Language.Zh ? "合并区块" : "joining faces",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
