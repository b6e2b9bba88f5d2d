using System.CommandLine;
using System.Text;
using ZoningRules.Problems;

namespace ZoningRules.Cli;

/// <summary>A map as a file: SVG, or PNG by the ending of its name.</summary>
/// <param name="Path">Where it is written.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record MapFile(string Path, byte[] Content)
{
    /// <summary>The option of verbs that draw.</summary>
    public static Option<string?> Option(string description)
    {
        var option = new Option<string?>("--map") { HelpName = "FILE", Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !IsPng(token.Value) && !token.Value.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            {
                result.AddError($"--map `{token.Value}` ends with neither .svg nor .png / 地图文件须以 .svg 或 .png 结尾");
            }
        });
        return option;
    }

    /// <summary>Makes the file's content, not yet the file.</summary>
    public static Loaded<MapFile> Of(Surroundings around, string path, string svg)
    {
        if (!IsPng(path))
        {
            return Loaded<MapFile>.Good(new(path, new UTF8Encoding(false).GetBytes(svg)));
        }

        var png = Rasteriser.ToPng(svg, around.ProgramPath);
        return png.Succeeded ? Loaded<MapFile>.Good(new(path, png.Value)) : Loaded<MapFile>.Bad(png.Problems);
    }

    /// <summary>Writes it, whole or not at all; returns the exit code of a failure, or null.</summary>
    public int? Write(Surroundings around, Language language) =>
        Delivery.Write(around, language, Path, Content);

    private static bool IsPng(string path) => path.EndsWith(".png", StringComparison.OrdinalIgnoreCase);
}
