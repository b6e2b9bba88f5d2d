using Xunit;

namespace ZoningRules.TestPrograms;

/// <summary>A test that needs an outside program; skipped, with the reason, where the program is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program)
    {
        if (OutsideProgram.Find(program) is null)
        {
            Skip = $"needs the program {program}";
        }
    }
}
