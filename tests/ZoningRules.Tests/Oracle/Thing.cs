namespace ZoningRules.Tests.Oracle;

/// <summary>Anything a condition may ask about, whether its value is known or not.</summary>
internal abstract record Thing
{
    /// <summary>The question that asks for it.</summary>
    public abstract string Question { get; }

    /// <summary>All questions that ask for it.</summary>
    public virtual IEnumerable<string> Questions => [Question];

    /// <summary>An attribute of the proposal.</summary>
    public sealed record Attribute(string Id) : Thing
    {
        public override string Question => Id;
    }

    /// <summary>A field of a given item, counted from 0.</summary>
    public sealed record Field(string Collection, int Item, string Name) : Thing
    {
        public override string Question => $"{Collection}[{Item + 1}].{Name}";
    }

    /// <summary>A field of whatever item a collection that is not given may hold.</summary>
    public sealed record AnyField(string Collection, string Name) : Thing
    {
        public override string Question => Collection;
    }

    /// <summary>A collection that is not given.</summary>
    public sealed record Items(string Id) : Thing
    {
        public override string Question => Id;
    }

    /// <summary>How the site (part -1) or its part in a control unit lies to a layer.</summary>
    public sealed record Place(int Part, string Layer) : Thing
    {
        public override string Question => $"place {Layer}";
    }

    /// <summary>Whether a control unit is hit.</summary>
    public sealed record Hit(string Which) : Thing
    {
        public override string Question => "site";
    }

    /// <summary>Whether a ledger that is missing or stale leaves no room for a norm; each cap on its own.</summary>
    public sealed record Room(string Ledger, string Norm) : Thing
    {
        public override string Question => $"ledger.{Ledger}";
    }

    /// <summary>How two numbers compare of which neither is known exactly.</summary>
    public sealed record Comparison(string Which, string Left, string Right) : Thing
    {
        public override string Question => Left;

        public override IEnumerable<string> Questions => [Left, Right];
    }

    /// <summary>The truth of a line, or of a cap, whose parameter or list has no value on the date; each line, part and item on its own.</summary>
    public sealed record Unpublished(string Name, string Where) : Thing
    {
        public override string Question => Name;
    }
}
