namespace ZoningRules.Geo.Siting;

/// <summary>What a search over all places is doing.</summary>
public enum SitingStage
{
    /// <summary>Drawing the lines at which an answer can change.</summary>
    Lines,

    /// <summary>Cutting the area along them.</summary>
    Faces,

    /// <summary>Assessing the project in each face.</summary>
    Assessing,

    /// <summary>Joining faces with equal answers.</summary>
    Joining,
}
