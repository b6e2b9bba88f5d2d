using System.Collections.Immutable;
using ZoningRules.Facts;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads code systems and code lists from lists/*.yaml.</summary>
internal static class ListReader
{
    private static readonly CodeSystem NoSystem = new(Shapes.Placeholder, Shapes.PlaceholderText, [], 0);

    public static void Read(PackDraft draft)
    {
        var files = draft.Files.Open("lists/", PackMembers.ListFile).ToList();
        foreach (var entry in files.SelectMany(f => f.Entries("code-systems")))
        {
            CodeSystem(draft, entry);
        }

        foreach (var entry in files.SelectMany(f => f.Entries("lists")))
        {
            List(draft, entry);
        }
    }

    /// <summary>Whether a system stands for one that could not be read.</summary>
    public static bool IsPlaceholder(CodeSystem system) => Shapes.IsPlaceholder(system.Id) || system.FinestCount == 0;

    private static void CodeSystem(PackDraft draft, SourceEntry entry)
    {
        draft.CheckId(entry.Name, entry.Key.Place);
        if (Members.Open(entry.Node, entry.Name, PackMembers.CodeSystem, draft.Problems, entry.Key.Place) is not { } members)
        {
            return;
        }

        var title = members.Local("title");
        var at = members.PlaceOfValue("file");
        var system = draft.Files.Inside("code-systems", members.Text("file"), "file", at) is { } path && draft.Files.ReadText(path, at) is { } table
            ? CodeTable.Read(entry.Name, title, table, draft.Problems)
            : null;
        draft.CodeSystems.Declare(entry.Name, entry.Key.Place, system ?? new(entry.Name, title, [], 0));
    }

    private static void List(PackDraft draft, SourceEntry entry)
    {
        draft.CheckId(entry.Name, entry.Key.Place);
        if (Members.Open(entry.Node, entry.Name, PackMembers.List, draft.Problems, entry.Key.Place) is not { } members)
        {
            return;
        }

        var system = draft.CodeSystems.Find(members.Text("system"), members.PlaceOfValue("system")) ?? NoSystem;
        var open = members.YesNo("open");
        var editions = new List<CodeListEdition>();
        foreach (var node in members.List("editions"))
        {
            if (Members.Open(node, "editions", PackMembers.Edition, draft.Problems) is { } edition)
            {
                editions.Add(Edition(draft, edition, entry.Name, system, open));
            }
        }

        if (editions.Count == 0 && members["editions"] is SourceNode.List)
        {
            draft.Problems.Add(ProblemCode.EmptyValue, members.PlaceOf("editions"), "editions");
        }

        draft.Lists.Declare(entry.Name, entry.Key.Place, new()
        {
            Name = entry.Name,
            Label = members.Local("label"),
            System = system,
            Open = open,
            Interpretation = members.Choice("mapping", PackWords.Mappings),
            Note = members.OptionalLocal("note"),
            Editions = draft.InOrder(editions, e => e.InForce, entry.Name, members.PlaceOf("editions")),
            Place = entry.Key.Place,
        });
    }

    private static CodeListEdition Edition(PackDraft draft, Members edition, string list, CodeSystem system, bool open)
    {
        if (edition.Has("review") && !open)
        {
            draft.Problems.Add(
                ProblemCode.WrongShape, edition.PlaceOf("review"), "review", "只用于 open: yes 的名录", "used only in a list with open: yes");
        }

        return new(
            draft.Period(edition, list),
            draft.Citation(edition["cite"], "cite", edition.PlaceOf("cite")),
            Codes(draft, edition, "members", system),
            Codes(draft, edition, "review", system),
            Codes(draft, edition, "except", system));
    }

    private static ImmutableArray<CodeEntry> Codes(PackDraft draft, Members edition, string member, CodeSystem system)
    {
        var codes = ImmutableArray.CreateBuilder<CodeEntry>();
        foreach (var node in edition.Texts(member))
        {
            if (system.TryFind(node.Value, out var code))
            {
                if (codes.Contains(code))
                {
                    draft.Problems.Add(ProblemCode.DuplicateMember, node.Place, node.Value);
                }

                codes.Add(code);
            }
            else if (!IsPlaceholder(system))
            {
                draft.Problems.Add(ProblemCode.UnknownCode, node.Place, Naming.Shortened(node.Value), system.Id);
            }
        }

        return codes.DrainToImmutable();
    }
}
