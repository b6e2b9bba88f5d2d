using System.Collections.Immutable;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.Proposals;

/// <summary>Makes untyped values from the nodes of a file.</summary>
internal static class RawValues
{
    /// <summary>A value; empty texts are problems.</summary>
    public static RawValue Of(SourceNode node, string name, ProblemList problems)
    {
        switch (node)
        {
            case SourceNode.Text text:
                if (string.IsNullOrWhiteSpace(text.Value))
                {
                    problems.Add(ProblemCode.EmptyValue, text.Place, Naming.Shortened(name));
                }

                return new RawValue.Text(text.Value, text.Place);
            case SourceNode.List list:
                return new RawValue.List([.. list.Items.Select(i => Of(i, name, problems))], list.Place);
            case SourceNode.Map map:
                return new RawValue.Map([.. map.Entries.Select(e => KeyValuePair.Create(e.Name, Of(e.Node, e.Name, problems)))], map.Place);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Attributes in the order of the file; a nested mapping stands for dotted names.</summary>
    public static ImmutableArray<DeclaredValue> Attributes(IEnumerable<SourceEntry> entries, ProblemList problems)
    {
        var attributes = ImmutableArray.CreateBuilder<DeclaredValue>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            Add(entry, entry.Name);
        }

        return attributes.DrainToImmutable();

        void Add(SourceEntry entry, string name)
        {
            if (entry.Node is SourceNode.Map map)
            {
                if (map.Entries.IsEmpty)
                {
                    problems.Add(ProblemCode.EmptyValue, entry.Key.Place, Naming.Shortened(name));
                }

                foreach (var inner in map.Entries)
                {
                    Add(inner, $"{name}.{inner.Name}");
                }
            }
            else if (!names.Add(name))
            {
                problems.Add(ProblemCode.DuplicateMember, entry.Key.Place, Naming.Shortened(name));
            }
            else
            {
                attributes.Add(new(name, Of(entry.Node, name, problems), entry.Key.Place));
            }
        }
    }
}
