using ZoningRules.Geo.Inspecting;
using ZoningRules.Problems;

namespace ZoningRules.Cli;

/// <summary>Passes on how far an inspection is.</summary>
internal sealed class StepTeller(Progress progress) : IProgress<InspectionStep>
{
    private LocalText? step;

    /// <inheritdoc/>
    public void Report(InspectionStep value)
    {
        if (value.Count > 0)
        {
            progress.Add(value.Count);
        }
        else if (value.Step != step)
        {
            step = value.Step;
            progress.Begin(value.Step, value.Total);
        }
    }
}
