namespace ZoningRules.Locations;

/// <summary>The category of a control unit. The numbers are the category digits of unit codes.</summary>
public enum ControlCategory
{
    /// <summary>优先保护: priority protection.</summary>
    Priority = 1,

    /// <summary>重点管控: key control.</summary>
    Key = 2,

    /// <summary>一般管控: general control.</summary>
    General = 3,
}
