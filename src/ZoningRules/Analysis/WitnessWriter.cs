using System.Globalization;
using System.Text;
using ZoningRules.Assessing;
using ZoningRules.Evaluation;
using ZoningRules.Facts;
using ZoningRules.Findings;
using ZoningRules.Locations;
using ZoningRules.Measures;
using ZoningRules.Problems;
using ZoningRules.Reports;
using ZoningRules.RulePacks;

namespace ZoningRules.Analysis;

/// <summary>Turns cells of a world into a case file, and keeps it only when an assessment of it bears the claim out.</summary>
internal sealed class WitnessWriter
{
    private const decimal FarInMetres = 20_000;

    private readonly RuleProgram program;
    private readonly Assessor assessor;

    /// <summary>Writes witnesses for a program.</summary>
    public WitnessWriter(RuleProgram program)
    {
        this.program = program;
        assessor = new(program.Pack);
    }

    /// <summary>The case of some cells, in which norms must have the given outcomes; null when the case language cannot say it or it comes out otherwise.</summary>
    public WitnessCase? Of(
        IReadOnlyList<(Unknown Unknown, Sample Sample)>? cells, LocalText name, params IReadOnlyList<(CompiledNorm Norm, Outcome Outcome)> claims)
    {
        if (cells is null)
        {
            return null;
        }

        var draft = new CaseDraft(program);
        foreach (var (unknown, sample) in cells)
        {
            draft.Take(unknown, sample);
        }

        var text = draft.Text(name, claims);
        var read = CaseReader.Parse("witness.yaml", Encoding.UTF8.GetBytes(text), program.Pack);
        if (!read.Succeeded)
        {
            return null;
        }

        var assessed = CaseCheck.Assess(assessor, read.Value);
        if (!assessed.Succeeded || claims.Any(c => assessed.Value.Findings.FirstOrDefault(f => f.Norm.Id == c.Norm.Norm.Id)?.Outcome != c.Outcome))
        {
            return null;
        }

        return new(draft.Text(name, claims, JsonWords.Of(assessed.Value.Verdict)));
    }

    /// <summary>The case of some cells with what comes of it: the verdict and the outcome of a norm; null when the case language cannot say it.</summary>
    public string? Assessed(IReadOnlyList<(Unknown Unknown, Sample Sample)> cells, LocalText name, CompiledNorm norm)
    {
        var draft = new CaseDraft(program);
        foreach (var (unknown, sample) in cells)
        {
            draft.Take(unknown, sample);
        }

        var read = CaseReader.Parse("case.yaml", Encoding.UTF8.GetBytes(draft.Text(name, [])), program.Pack);
        return read.Succeeded
            && CaseCheck.Assess(assessor, read.Value) is { Succeeded: true, Value: var assessment }
            && assessment.Findings.FirstOrDefault(f => f.Norm.Id == norm.Norm.Id) is { } finding
                ? draft.Text(name, [(norm, finding.Outcome)], JsonWords.Of(assessment.Verdict))
                : null;
    }

    /// <summary>The text of a case without any expectation but the one that a case must have.</summary>
    public static string Draft(RuleProgram program, IEnumerable<(Unknown Unknown, Sample Sample)> cells, LocalText name) =>
        Drafted(program, cells).Text(name, []);

    /// <summary>The same at a site in control units of one category only; in none when it is null.</summary>
    public static string DraftIn(RuleProgram program, ControlCategory? category, IEnumerable<(Unknown Unknown, Sample Sample)> cells, LocalText name)
    {
        var draft = Drafted(program, cells);
        draft.LieIn(category);
        return draft.Text(name, []);
    }

    private static CaseDraft Drafted(RuleProgram program, IEnumerable<(Unknown Unknown, Sample Sample)> cells)
    {
        var draft = new CaseDraft(program);
        foreach (var (unknown, sample) in cells)
        {
            draft.Take(unknown, sample);
        }

        return draft;
    }

    private sealed class CaseDraft(RuleProgram program)
    {
        private readonly SortedDictionary<string, string> given = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, SortedDictionary<string, string>> items = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, string> decisions = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, string> memberships = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, string> distances = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, string> overlaps = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, string> shares = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, string> ledgers = new(StringComparer.Ordinal);
        private readonly SortedSet<string> units = new(StringComparer.Ordinal);
        private readonly List<(Unknown Unknown, Sample Sample)> taken = [];
        private bool inNoUnit;
        private ControlCategory? lieIn;

        private Vocabulary Vocabulary => program.Pack.Vocabulary;

        public void Take(Unknown unknown, Sample sample)
        {
            taken.Add((unknown, sample));
            var key = unknown.Key;
            switch (key.Kind)
            {
                case VariableKind.Attribute:
                    Put(Vocabulary.Attributes[key.First], sample);
                    break;
                case VariableKind.Field:
                    var collection = Vocabulary.Attributes[key.First];
                    var field = ((AttributeType.Items)collection.Type).Fields[key.Third];
                    Item(collection)[field.Id] = Value(field, sample);
                    break;
                case VariableKind.Exists when sample.Choice == 1:
                    Item(Vocabulary.Attributes[key.First]);
                    break;
                case VariableKind.Exists:
                    given[Vocabulary.Attributes[key.First].Id] = "[]";
                    break;
                case VariableKind.Place:
                    Place(Vocabulary.Layers[key.First].Id, unknown, sample);
                    break;
                case VariableKind.Guard or VariableKind.Pair:
                    // What they ask for depends on what else is taken: see Units and Pairs.
                    break;
                case VariableKind.Ledger:
                    Ledger(program.CompiledNorms[key.First].Norm.Cap!, sample.Choice == 1);
                    break;
                default:
                    // A value the law does not publish cannot be given; the outcome then tells.
                    break;
            }
        }

        public string Text(LocalText name, IReadOnlyList<(CompiledNorm Norm, Outcome Outcome)> claims, string verdict = "Undetermined")
        {
            Units();
            Pairs();
            var text = new StringBuilder("schema: zoning-case/1\n");
            text.Append(CultureInfo.InvariantCulture, $"name: {{zh: {Quoted(name.Zh)}, en: {Quoted(name.En)}}}\ndate: {program.Date:yyyy-MM-dd}\n");
            foreach (var (collection, fields) in items)
            {
                given[collection] = $"[{{{string.Join(", ", fields.Select(f => $"{f.Key}: {f.Value}"))}}}]";
            }

            Map(text, string.Empty, "given", given);
            Map(text, string.Empty, "decisions", decisions);
            if (units.Count > 0 || inNoUnit || memberships.Count > 0 || distances.Count > 0)
            {
                text.Append("at:\n  units: ").Append(units.Count > 0 ? $"[{string.Join(", ", units)}]" : inNoUnit ? "none" : "unknown").Append('\n');
                Map(text, "  ", "in", memberships);
                Map(text, "  ", "distance", distances);
                Map(text, "  ", "overlap", overlaps);
                Map(text, "  ", "share", shares);
            }

            Map(text, string.Empty, "ledgers", ledgers);
            text.Append("expect:\n  verdict: ").Append(verdict).Append('\n');
            Map(text, "  ", "findings", new(claims.ToDictionary(c => c.Norm.Norm.Id, c => JsonWords.Of(c.Outcome)), StringComparer.Ordinal));
            return text.ToString();
        }

        private static void Map(StringBuilder text, string indent, string name, SortedDictionary<string, string> entries)
        {
            if (entries.Count > 0)
            {
                text.Append(indent).Append(name).Append(":\n");
                foreach (var (key, value) in entries)
                {
                    text.Append(indent).Append("  ").Append(key).Append(": ").Append(value).Append('\n');
                }
            }
        }

        private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

        private SortedDictionary<string, string> Item(AttributeDefinition collection)
        {
            if (!items.TryGetValue(collection.Id, out var fields))
            {
                fields = new(StringComparer.Ordinal);
                items.Add(collection.Id, fields);
            }

            return fields;
        }

        private void Put(AttributeDefinition attribute, Sample sample) =>
            (attribute.AnsweredBy == Answerer.Officer ? decisions : given)[attribute.Id] = Value(attribute, sample);

        private string Value(AttributeDefinition attribute, Sample sample) => attribute.Type switch
        {
            AttributeType.YesNo => sample.Choice == 1 ? "yes" : "no",
            AttributeType.Choice choice => choice.Options[sample.Choice].Id,
            AttributeType.Choices choices => $"[{string.Join(", ", choices.Options.Where((_, i) => (sample.Set >> i & 1) != 0).Select(o => o.Id))}]",
            AttributeType.Code code => $"\"{code.System.Entries.First(e => e.Count == 1 && e.First == sample.Ordinal).Code}\"",
            AttributeType.Number number => Number(number.Measure, sample.Number),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        private string Number(MeasureUnit asked, decimal value)
        {
            var measure = asked.ApproximatePercent == 0 && asked.ToBase(asked.FromBase(value)).Low == value ? asked : Vocabulary.Measures.BaseOf(asked.Dimension)!;
            var number = measure.FromBase(value).ToString("0.############################", CultureInfo.InvariantCulture);
            return measure.Dimension == MeasureTable.Count.Dimension ? number : $"{number} {measure.Name}";
        }

        private void Place(string layer, Unknown unknown, Sample sample)
        {
            if (!sample.In)
            {
                memberships[layer] = "no";
                distances[layer] = Number(MeasureTable.Metre, Asks(PlaceMeasure.Distance) ? sample.Number : FarInMetres);
                return;
            }

            // A part of the site is enough to lie in the layer; only who asks how much of it must be told that it is not the whole.
            var asksShare = Asks(PlaceMeasure.Share);
            memberships[layer] = sample.Within ? "within" : asksShare || unknown.Leaves.OfType<CompiledLeaf.Place>().Any(l => l.Extent == SiteExtent.Whole) ? "partly" : "yes";
            if (Asks(PlaceMeasure.Overlap))
            {
                overlaps[layer] = Number(MeasureTable.SquareMetre, sample.Overlap);
            }

            if (asksShare && !sample.Within)
            {
                shares[layer] = Number(MeasureTable.Percent, sample.Share);
            }

            bool Asks(PlaceMeasure measure) => unknown.Leaves.OfType<CompiledLeaf.PlaceNumber>().Any(l => l.Measure == measure);
        }

        public void LieIn(ControlCategory? category)
        {
            if (!Guards(hit: true).Any())
            {
                inNoUnit = category is null;
                lieIn = category;
            }
        }

        private IEnumerable<int> Guards(bool hit) => taken.Where(t => t.Unknown.Key.Kind == VariableKind.Guard && t.Sample.Choice == 1 == hit).Select(t => t.Unknown.Key.Second);

        // Units named first, then one for each category that none of them shows; a unit that a norm needs not to be hit will not do.
        private void Units()
        {
            var avoided = Guards(hit: false).Where(g => g < 0).Select(g => program.Pack.Units[-1 - g]).ToHashSet();
            var wanted = Guards(hit: true).ToList();
            var hit = wanted.Where(g => g < 0).Select(g => program.Pack.Units[-1 - g]).ToList();
            foreach (var category in wanted.Where(g => g > 0).Select(g => (ControlCategory)g).Concat(lieIn is { } one ? [one] : []))
            {
                if (!hit.Exists(u => u.Category == category) && program.Pack.Units.FirstOrDefault(u => u.Category == category && !avoided.Contains(u)) is { } unit)
                {
                    hit.Add(unit);
                }
            }

            units.UnionWith(hit.Select(u => u.Code));
            inNoUnit |= units.Count == 0 && Guards(hit: false).Any();
        }

        // Two numbers that stand in an order, each within its own cell.
        private void Pairs()
        {
            foreach (var same in taken.Where(t => t.Unknown.Key.Kind == VariableKind.Pair).ToList().GroupBy(t => NumberOrder.Operands((CompiledLeaf.Pair)t.Unknown.Leaves[0])))
            {
                var (first, second) = (Cell(same.Key.First), Cell(same.Key.Second));
                var order = first.Unknown is not null && first.Unknown == second.Unknown ? new(same.Key, null, null) : new NumberOrder(same.Key, first.Unknown, second.Unknown);
                var sign = NumberOrder.Signs.FirstOrDefault(s => same.All(t => NumberOrder.Holds((CompiledLeaf.Pair)t.Unknown.Leaves[0], s) == (t.Sample.Choice == 1)));
                if (order.Values(first.Index, second.Index, sign) is { } values)
                {
                    Set(same.Key.First, first.Unknown, values.First, values.FirstValue);
                    Set(same.Key.Second, second.Unknown, values.Second, values.SecondValue);
                }

                (Unknown? Unknown, int? Index) Cell(NumberSource source)
                {
                    var key = source.Variable(same.First().Unknown.Scene);
                    return taken.Find(t => t.Unknown.Key == key) is { Unknown: { } unknown, Sample: var sample }
                        ? (unknown, Enumerable.Range(0, unknown.CellSamples.Count).First(c => unknown.CellSamples[c].Contains(sample)))
                        : (null, null);
                }
            }

            void Set(NumberSource source, Unknown? unknown, Sample sample, decimal value)
            {
                if (source.Fact is { IsField: false } fact)
                {
                    Put(fact.Definition, sample);
                }
                else if (source.Fact is { IsField: true } field)
                {
                    Item(Vocabulary.Attributes[field.ItemsSlot])[field.Definition.Id] = Value(field.Definition, sample);
                }
                else
                {
                    PlaceNumber(Vocabulary.Layers[source.Layer].Id, source.Measure, sample, value, known: unknown is not null);
                }
            }
        }

        // A number of its own says by itself how the site lies; one of a cell must not contradict what the cell says.
        private void PlaceNumber(string layer, PlaceMeasure measure, Sample sample, decimal value, bool known)
        {
            var numbers = measure switch
            {
                PlaceMeasure.Distance => distances,
                PlaceMeasure.Overlap => overlaps,
                _ => shares,
            };
            if (!known || (measure == PlaceMeasure.Distance ? !sample.In : sample.In && !(measure == PlaceMeasure.Share && sample.Within)))
            {
                numbers[layer] = Number(measure switch
                {
                    PlaceMeasure.Distance => MeasureTable.Metre,
                    PlaceMeasure.Overlap => MeasureTable.SquareMetre,
                    _ => MeasureTable.Percent,
                }, value);
            }
        }

        private void Ledger(Cap cap, bool exceeded)
        {
            var measure = Vocabulary.Measures.BaseOf(((AttributeType.Number)cap.Increment.Type).Measure.Dimension)!;
            var limit = cap.Limit switch
            {
                CapLimit.Fixed amount => amount.Amount,
                CapLimit.Dated dated => dated.Parameter.On(program.Date)?.Value.ToBase().Low ?? 0,
                _ => 0,
            };
            var room = cap.Limit is CapLimit.BaseMinus ? 1_000_000 : limit;
            var used = exceeded ? limit : 0;
            ledgers[cap.Ledger] = string.Create(
                CultureInfo.InvariantCulture,
                $"{{as-of: {program.Date:yyyy-MM-dd}, used: {Number(measure, used)}, reserved: {Number(measure, 0)}{(cap.Limit is CapLimit.BaseMinus ? $", base: {Number(measure, exceeded ? 0 : room)}" : string.Empty)}}}");
        }
    }
}
