using System.Reflection;

namespace ZoningRules.Architecture.Tests;

public sealed class ProjectReferenceTests
{
    [Theory]
    [InlineData("NetTopologySuite")]
    [InlineData("ProjNET")]
    public void ZoningRules_DoesNotReferenceGeometryLibrary(string library)
    {
        var references = Assembly.Load("ZoningRules").GetReferencedAssemblies();

        Assert.DoesNotContain(references, reference => string.Equals(reference.Name, library, StringComparison.OrdinalIgnoreCase));
    }
}
