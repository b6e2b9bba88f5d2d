using System.Text;
using ZoningRules.TestPrograms;

namespace ZoningRules.Tests.Analysis.Smt;

/// <summary>Asks z3 many questions about one set of declarations.</summary>
internal sealed class SmtSolver(SmtNorms norms)
{
    private readonly StringBuilder questions = new();
    private readonly List<Action<bool>> answers = [];

    /// <summary>Asks whether a formula can hold; told once <see cref="Answer"/> runs.</summary>
    public void Ask(string formula, Action<bool> told)
    {
        questions.Append("(push)\n(assert ").Append(formula).Append(")\n(check-sat)\n(pop)\n");
        answers.Add(told);
    }

    /// <summary>Runs z3 once and tells the answers in the order of the questions.</summary>
    public void Answer()
    {
        var said = OutsideProgram.Run("z3", "(set-logic ALL)\n" + norms.Preamble() + questions, ["-in", "-smt2"]).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(answers.Count, said.Length);
        for (var i = 0; i < said.Length; i++)
        {
            Assert.True(said[i] is "sat" or "unsat", said[i]);
            answers[i](said[i] == "sat");
        }

        questions.Clear();
        answers.Clear();
    }
}
