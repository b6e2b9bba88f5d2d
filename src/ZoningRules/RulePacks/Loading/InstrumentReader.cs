using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads instruments/*.yaml and the archived texts.</summary>
internal static class InstrumentReader
{
    public static void Read(PackDraft draft)
    {
        foreach (var file in draft.Files.Open("instruments/", PackMembers.InstrumentFile))
        {
            foreach (var entry in file.Entries("instruments"))
            {
                Instrument(draft, entry);
            }
        }
    }

    private static void Instrument(PackDraft draft, SourceEntry entry)
    {
        var problems = draft.Problems;
        var place = entry.Key.Place;
        draft.CheckId(entry.Name, place);
        if (Members.Open(entry.Node, entry.Name, PackMembers.Instrument, problems, place) is not { } members)
        {
            return;
        }

        var effective = members.Date("effective");
        var repealed = members.OptionalDate("repealed");
        draft.CheckPeriod(effective, repealed, entry.Name, members.PlaceOf("repealed"));
        _ = members.OptionalLocal("note");
        var sha256 = members.Text("sha256");
        var instrument = new Instrument
        {
            Id = entry.Name,
            Number = members.Text("number"),
            Title = members.Local("title"),
            Issuer = members.Text("issuer"),
            Rank = members.Choice("rank", PackWords.Ranks),
            Adopted = members.OptionalDate("adopted"),
            InForce = new(effective, repealed),
            TextSha256 = sha256,
            Place = place,
        };
        if (!draft.Instruments.Declare(entry.Name, place, instrument))
        {
            return;
        }

        var at = members.PlaceOfValue("text");
        if (draft.Files.Inside("instruments", members.Text("text"), "text", at) is not { } path || draft.Files.ReadText(path, at) is not { } text)
        {
            return;
        }

        draft.Texts[entry.Name] = new(text.Text);
        if (!Shapes.IsPlaceholder(sha256) && text.Sha256 != sha256)
        {
            problems.Add(ProblemCode.TextHash, members.PlaceOfValue("sha256"), entry.Name, sha256, text.Sha256);
        }
    }
}
