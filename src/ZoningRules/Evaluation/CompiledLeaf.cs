using ZoningRules.Facts;
using ZoningRules.Measures;
using ZoningRules.RulePacks;

namespace ZoningRules.Evaluation;

/// <summary>A leaf in the form that is evaluated. Closed.</summary>
internal abstract class CompiledLeaf
{
    /// <summary>Position among the leaves of the program; equal leaves share one.</summary>
    public int Index { get; set; }

    /// <summary>Whether it looks at the site's places, which differ from part to part.</summary>
    public virtual bool IsPlace => false;

    /// <summary>Whether it looks at the item of a for-each norm.</summary>
    public virtual bool IsItem => false;

    /// <summary>True or False only when every value the facts may still have agrees.</summary>
    public abstract Truth Test(in Scene scene);

    /// <summary>Why <see cref="Test"/> gives Unknown.</summary>
    public abstract UnknownReasons Reasons(in Scene scene);

    /// <summary>The variable that decides it when it is Unknown.</summary>
    public abstract VariableKey Variable(in Scene scene);

    /// <summary>Whether it holds for one completion of its variable.</summary>
    public abstract bool Holds(in Sample sample);

    /// <summary>Whether another leaf means the same.</summary>
    public abstract bool SameAs(CompiledLeaf other);

    public static bool Compare(decimal value, Comparison comparison, decimal limit) => comparison switch
    {
        Comparison.AtMost => value <= limit,
        Comparison.LessThan => value < limit,
        Comparison.AtLeast => value >= limit,
        _ => value > limit,
    };

    public static Truth Compare(Interval<decimal> value, Comparison comparison, decimal limit)
    {
        var low = Compare(value.Low, comparison, limit);
        return low == Compare(value.High, comparison, limit) ? Kleene.Of(low) : Truth.Unknown;
    }

    /// <summary>True or False when every pair of values within the bounds agrees.</summary>
    public static Truth Compare(Bounds left, Comparison comparison, Bounds right)
    {
        var (best, worst) = comparison is Comparison.AtMost or Comparison.LessThan
            ? ((left.High, right.Low), (left.Low, right.High))
            : ((left.Low, right.High), (left.High, right.Low));
        return best is ({ } a, { } b) && Compare(a, comparison, b) ? Truth.True
            : worst is ({ } c, { } d) && !Compare(c, comparison, d) ? Truth.False
            : Truth.Unknown;
    }

    private static Truth OfAny(ulong mask, ulong options) =>
        (mask & options) == 0 ? Truth.False : (mask & options) == options ? Truth.True : Truth.Unknown;

    /// <summary>A yes-no or choice fact has one of the values.</summary>
    public sealed class OneOf(FactSource source, ulong mask) : CompiledLeaf
    {
        public FactSource Source => source;

        public override bool IsItem => source.IsField;

        public override Truth Test(in Scene scene) =>
            source.ValueIn(scene) is FactValue.Choice choice ? Kleene.Of((mask >> choice.Index & 1) != 0) : OfAny(mask, source.Options);

        public override UnknownReasons Reasons(in Scene scene) => source.ReasonsIn(scene);

        public override VariableKey Variable(in Scene scene) => source.Variable(scene);

        public override bool Holds(in Sample sample) => (mask >> sample.Choice & 1) != 0;

        public override bool SameAs(CompiledLeaf other) => other is OneOf same && Key == same.Key;

        private (FactSource Source, ulong Mask) Key => (source, mask);
    }

    /// <summary>A set fact holds one of the values.</summary>
    public sealed class Includes(FactSource source, ulong mask) : CompiledLeaf
    {
        public FactSource Source => source;

        public ulong Mask => mask;

        public override bool IsItem => source.IsField;

        public override Truth Test(in Scene scene) =>
            source.ValueIn(scene) is FactValue.ChoiceSet set ? Kleene.Of((set.Mask & mask) != 0) : (mask & source.Options) == 0 ? Truth.False : Truth.Unknown;

        public override UnknownReasons Reasons(in Scene scene) => source.ReasonsIn(scene);

        public override VariableKey Variable(in Scene scene) => source.Variable(scene);

        public override bool Holds(in Sample sample) => (sample.Set & mask) != 0;

        public override bool SameAs(CompiledLeaf other) => other is Includes same && Key == same.Key;

        private (FactSource Source, ulong Mask) Key => (source, mask);
    }

    /// <summary>A code fact lies in a set.</summary>
    public sealed class InCodes(FactSource source, CodeSet codes) : CompiledLeaf
    {
        private readonly CodeSet codes = codes;
        private readonly FactSource source = source;

        public FactSource Source => source;

        public override bool IsItem => source.IsField;

        public override Truth Test(in Scene scene) =>
            source.ValueIn(scene) is FactValue.Code code ? codes.Covers(code.Entry.First, code.Entry.Count) : codes.Covers(0, codes.Count);

        public override UnknownReasons Reasons(in Scene scene) => source.ReasonsIn(scene);

        public override VariableKey Variable(in Scene scene) => source.Variable(scene);

        public override bool Holds(in Sample sample) => codes.Holds(sample.Ordinal);

        public override bool SameAs(CompiledLeaf other) => other is InCodes same && source == same.source && codes.SameAs(same.codes);
    }

    /// <summary>A number fact compares with a limit.</summary>
    public sealed class Number(FactSource source, Comparison comparison, decimal limit) : CompiledLeaf
    {
        public FactSource Source => source;

        public decimal Limit => limit;

        public override bool IsItem => source.IsField;

        public override Truth Test(in Scene scene) =>
            source.ValueIn(scene) is FactValue.Number number ? Compare(number.Range, comparison, limit) : Compare(source.Bounds, comparison, new(limit, limit));

        public override UnknownReasons Reasons(in Scene scene) => source.ReasonsIn(scene);

        public override VariableKey Variable(in Scene scene) => source.Variable(scene);

        public override bool Holds(in Sample sample) => Compare(sample.Number, comparison, limit);

        public override bool SameAs(CompiledLeaf other) => other is Number same && Key == same.Key;

        private (FactSource Source, Comparison Comparison, decimal Limit) Key => (source, comparison, limit);
    }

    /// <summary>A part of the site, or all of it, lies in a layer.</summary>
    public sealed class Place(int slot, SiteExtent extent) : CompiledLeaf
    {
        public int Slot => slot;

        public SiteExtent Extent => extent;

        public override bool IsPlace => true;

        public override Truth Test(in Scene scene) => extent == SiteExtent.Whole ? scene.Places[slot].Within : scene.Places[slot].In;

        public override UnknownReasons Reasons(in Scene scene) => scene.Places[slot].Reasons;

        public override VariableKey Variable(in Scene scene) => new(VariableKind.Place, slot, scene.PlacePart, 0);

        public override bool Holds(in Sample sample) => extent == SiteExtent.Whole ? sample.Within : sample.In;

        public override bool SameAs(CompiledLeaf other) => other is Place same && Key == same.Key;

        private (int Slot, SiteExtent Extent) Key => (slot, extent);
    }

    /// <summary>A measurement against a layer compares with a limit.</summary>
    public sealed class PlaceNumber(int slot, PlaceMeasure measure, Comparison comparison, decimal limit) : CompiledLeaf
    {
        public int Slot => slot;

        public override bool IsPlace => true;

        public PlaceMeasure Measure => measure;

        public decimal Limit => limit;

        public static Interval<decimal>? Range(PlaceFact place, PlaceMeasure measure) => measure switch
        {
            PlaceMeasure.Distance => place.Distance,
            PlaceMeasure.Overlap => place.Overlap,
            _ => place.Share,
        };

        public override Truth Test(in Scene scene) =>
            Range(scene.Places[slot], measure) is { } range ? Compare(range, comparison, limit) : Compare(Bounds.Of(measure), comparison, new(limit, limit));

        public override UnknownReasons Reasons(in Scene scene) => scene.Places[slot].Reasons;

        public override VariableKey Variable(in Scene scene) => new(VariableKind.Place, slot, scene.PlacePart, 0);

        public override bool Holds(in Sample sample) => Compare(
            measure switch { PlaceMeasure.Distance => sample.Number, PlaceMeasure.Overlap => sample.Overlap, _ => sample.Share }, comparison, limit);

        public override bool SameAs(CompiledLeaf other) => other is PlaceNumber same && Key == same.Key;

        private (int Slot, PlaceMeasure Measure, Comparison Comparison, decimal Limit) Key => (slot, measure, comparison, limit);
    }

    /// <summary>Two numbers compare.</summary>
    public sealed class Pair(NumberSource left, Comparison comparison, NumberSource right) : CompiledLeaf
    {
        public NumberSource Left => left;

        public Comparison Comparison => comparison;

        public NumberSource Right => right;

        public override bool IsPlace => left.IsPlace || right.IsPlace;

        public override bool IsItem => left.IsItem || right.IsItem;

        public override Truth Test(in Scene scene) => Compare(left.BoundsIn(scene), comparison, right.BoundsIn(scene));

        /// <summary>The same with the number that is known taken for a limit; itself when neither or both are.</summary>
        public CompiledLeaf WithKnownSide(in Scene scene, int index)
        {
            var (a, b) = (left.RangeIn(scene), right.RangeIn(scene));
            return (a, b) switch
            {
                ({ IsPoint: false } or null, { IsPoint: true } limit) => left.Compared(comparison, limit.Low, index),
                ({ IsPoint: true } limit, { IsPoint: false } or null) => right.Compared(Mirrored, limit.Low, index),
                _ => this,
            };
        }

        public override UnknownReasons Reasons(in Scene scene) => left.ReasonsIn(scene) | right.ReasonsIn(scene);

        public override VariableKey Variable(in Scene scene) =>
            new(VariableKind.Pair, Index, IsPlace ? scene.PlacePart : -1, IsItem ? scene.ItemIndex : 0);

        public override bool Holds(in Sample sample) => sample.Choice == 1;

        public override bool SameAs(CompiledLeaf other) => other is Pair same && Key == same.Key;

        private (NumberSource Left, Comparison Comparison, NumberSource Right) Key => (left, comparison, right);

        private Comparison Mirrored => comparison switch
        {
            Comparison.AtMost => Comparison.AtLeast,
            Comparison.LessThan => Comparison.MoreThan,
            Comparison.AtLeast => Comparison.AtMost,
            _ => Comparison.LessThan,
        };
    }

    /// <summary>Something the law refers to and does not publish for this date.</summary>
    /// <param name="name">What is not published, as questions name it.</param>
    /// <param name="question">Which question it is: the same question has the same answer.</param>
    public sealed class Open(string name, string question) : CompiledLeaf
    {
        public string Name => name;

        public override Truth Test(in Scene scene) => Truth.Unknown;

        public override UnknownReasons Reasons(in Scene scene) => UnknownReasons.NoValue;

        // What it is compared with may differ from part to part and from item to item.
        public override VariableKey Variable(in Scene scene) => new(VariableKind.Open, Index, scene.PlacePart, scene.ItemIndex);

        public override bool Holds(in Sample sample) => sample.Choice == 1;

        public override bool SameAs(CompiledLeaf other) => other is Open same && Key == same.Key;

        private (string Name, string Question) Key => (name, question);
    }

    /// <summary>A ledger, or a limit, that cannot be used: whether the increment exceeds the limit.</summary>
    /// <param name="name">The ledger, or for the reason <see cref="UnknownReasons.NoValue"/> the parameter.</param>
    /// <param name="norm">The index of the norm.</param>
    /// <param name="reason">Why it cannot be used.</param>
    public sealed class LedgerExceeded(string name, int norm, UnknownReasons reason) : CompiledLeaf
    {
        public string Name => name;

        public override Truth Test(in Scene scene) => Truth.Unknown;

        public override UnknownReasons Reasons(in Scene scene) => reason;

        public override VariableKey Variable(in Scene scene) => new(VariableKind.Ledger, norm, 0, 0);

        public override bool Holds(in Sample sample) => sample.Choice == 1;

        public override bool SameAs(CompiledLeaf other) => false;
    }

    /// <summary>The whole site lies in control units of one kind; for exceptions that count in some units only.</summary>
    public sealed class AllUnits(Scope scope) : CompiledLeaf
    {
        public override Truth Test(in Scene scene)
        {
            if (!scene.Sheet.LocationKnown)
            {
                return Truth.Unknown;
            }

            var result = scene.Sheet.CoveredByParts;
            var matches = false;
            foreach (var part in scene.Sheet.Parts)
            {
                var match = Matches(scope, part);
                matches |= match;
                result = Kleene.And(result, match ? Truth.True : Kleene.Not(part.Certainty));
            }

            return matches ? result : Truth.False;
        }

        /// <summary>The parts on whose certainty it depends when it is Unknown at a known location: perhaps hit and of another kind.</summary>
        public IEnumerable<int> Doubtful(FactSheet sheet) =>
            Enumerable.Range(0, sheet.Parts.Length).Where(i => !Matches(scope, sheet.Parts[i]) && sheet.Parts[i].Certainty == Truth.Unknown);

        public static bool Matches(Scope scope, UnitPart part) => scope switch
        {
            Scope.InCategory category => part.Category == category.Category,
            Scope.InUnit unit => part.Code == unit.Code,
            _ => true,
        };

        public override UnknownReasons Reasons(in Scene scene) =>
            scene.Sheet.LocationKnown ? UnknownReasons.Imprecise : UnknownReasons.NotProvided;

        public override VariableKey Variable(in Scene scene) => new(VariableKind.Open, Index, 0, 0);

        public override bool Holds(in Sample sample) => sample.Choice == 1;

        public override bool SameAs(CompiledLeaf other) => other is AllUnits same && Key == same.Key;

        private Scope Key => scope;
    }
}
