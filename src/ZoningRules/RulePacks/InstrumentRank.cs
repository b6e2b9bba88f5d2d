namespace ZoningRules.RulePacks;

/// <summary>The rank of a legal document; a smaller number ranks higher.</summary>
public enum InstrumentRank
{
    /// <summary>National.</summary>
    National = 0,

    /// <summary>Provincial.</summary>
    Provincial = 1,

    /// <summary>Of a city.</summary>
    Municipal = 2,

    /// <summary>Of a county.</summary>
    County = 3,
}
