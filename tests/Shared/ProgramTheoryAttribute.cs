using Xunit;

namespace ZoningRules.TestPrograms;

/// <summary>A theory that needs an outside program; skipped, with the reason, where the program is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProgramTheoryAttribute : TheoryAttribute
{
    public ProgramTheoryAttribute(string program)
    {
        if (OutsideProgram.Find(program) is null)
        {
            Skip = $"needs the program {program}";
        }
    }
}
