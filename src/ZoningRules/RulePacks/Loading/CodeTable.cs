using System.Collections.Immutable;
using System.Text;
using ZoningRules.Facts;
using ZoningRules.Problems;
using ZoningRules.Problems.Sources;

namespace ZoningRules.RulePacks.Loading;

/// <summary>Reads a tree of codes from CSV (RFC 4180) and numbers its finest codes so that each code covers a run of them.</summary>
internal sealed class CodeTable
{
    private const string Header = "code,level,parent,section,name,remark,derived";
    private const int Columns = 7;

    private readonly SourceFile file;
    private readonly ProblemList problems;
    private readonly List<Row> rows = [];
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);

    private CodeTable(SourceFile file, ProblemList problems)
    {
        this.file = file;
        this.problems = problems;
    }

    /// <summary>Reads a table. Null after a problem.</summary>
    public static CodeSystem? Read(string id, LocalText title, SourceFile file, ProblemList problems) => new CodeTable(file, problems).Read(id, title);

    private CodeSystem? Read(string id, LocalText title)
    {
        var before = problems.Count;
        ReadRows();
        if (problems.Count > before)
        {
            return null;
        }

        var first = new int[rows.Count];
        var count = new int[rows.Count];
        var finest = Number(first, count);
        return problems.Count > before
            ? null
            : new(id, title, rows.Select((r, i) => new CodeEntry(r.Code, r.Name, first[i], count[i])), finest);
    }

    private void ReadRows()
    {
        var at = 0;
        var line = 1;
        var fields = new List<string>(Columns);
        while (at < file.Text.Length)
        {
            var start = line;
            if (!ReadRecord(ref at, ref line, fields))
            {
                Wrong(start, "引号未闭合，或引号之后还有文字", "a quote is not closed, or text follows it");
                return;
            }

            if (start == 1)
            {
                if (string.Join(',', fields) != Header)
                {
                    Wrong(1, $"首行应为 {Header}", $"the first row must be {Header}");
                    return;
                }
            }
            else
            {
                AddRow(fields, start);
            }
        }

        if (rows.Count == 0)
        {
            Wrong(1, "没有代码", "there are no codes");
        }
    }

    private bool ReadRecord(ref int at, ref int line, List<string> fields)
    {
        var text = file.Text;
        fields.Clear();
        while (true)
        {
            if (at < text.Length && text[at] == '"')
            {
                if (!ReadQuoted(ref at, ref line, fields))
                {
                    return false;
                }
            }
            else
            {
                var rest = text.AsSpan(at);
                var length = rest.IndexOfAny(',', '\n');
                length = length < 0 ? rest.Length : length;
                var field = rest[..length];
                if (field.Contains('"'))
                {
                    return false;
                }

                fields.Add(field.TrimEnd('\r').ToString());
                at += length;
            }

            if (at < text.Length && text[at] == '\r')
            {
                at++;
            }

            if (at >= text.Length)
            {
                return true;
            }

            if (text[at++] == '\n')
            {
                line++;
                return true;
            }
        }
    }

    // Leaves `at` on the comma, the line break or the end after the closing quote.
    private bool ReadQuoted(ref int at, ref int line, List<string> fields)
    {
        var text = file.Text;
        StringBuilder? joined = null;
        var start = ++at;
        while (true)
        {
            var quote = text.IndexOf('"', at);
            if (quote < 0)
            {
                return false;
            }

            if (quote + 1 < text.Length && text[quote + 1] == '"')
            {
                joined ??= new();
                joined.Append(text, start, quote + 1 - start);
                at = start = quote + 2;
                continue;
            }

            var field = text[start..quote];
            field = joined is null ? field : joined.Append(field).ToString();
            line += field.AsSpan().Count('\n');
            fields.Add(field);
            at = quote + 1;
            return at >= text.Length || text[at] is ',' or '\n' or '\r';
        }
    }

    private void AddRow(List<string> fields, int line)
    {
        if (fields.Count != Columns)
        {
            Wrong(line, $"应有 {Columns} 列，实有 {fields.Count} 列", $"there must be {Columns} columns, found {fields.Count}");
            return;
        }

        var code = fields[0];
        if (!IsCode(code))
        {
            Wrong(line, "代码为空，或含有字母、数字以外的字符", "the code is empty or holds other characters than letters and digits");
        }
        else if (!indices.TryAdd(code, rows.Count))
        {
            Wrong(line, $"代码 {code} 重复", $"the code {code} occurs twice");
        }
        else if (fields[4].Length == 0)
        {
            Wrong(line, "名称为空", "the name is empty");
        }
        else if (fields[6] is not ("0" or "1"))
        {
            Wrong(line, "derived 应为 0 或 1", "derived must be 0 or 1");
        }
        else if (fields[1].Length != 1 || !char.IsAsciiDigit(fields[1][0]) || fields[1][0] == '0')
        {
            Wrong(line, "level 应为 1 至 9", "level must be 1 to 9");
        }

        rows.Add(new(code, fields[1].Length == 1 ? fields[1][0] - '0' : 0, fields[2], fields[3], fields[4], line));
    }

    private static bool IsCode(string code)
    {
        foreach (var c in code)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.'))
            {
                return false;
            }
        }

        return code.Length is > 0 and <= 40;
    }

    // Depth first in the order of the table. A level above its parent's makes cycles impossible.
    private int Number(int[] first, int[] count)
    {
        var children = new List<int>?[rows.Count];
        var roots = new List<int>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Parent.Length == 0)
            {
                if (row.Level != 1)
                {
                    Wrong(row.Line, "只有 level 1 没有 parent", "only level 1 has no parent");
                }

                roots.Add(i);
            }
            else if (!indices.TryGetValue(row.Parent, out var parent))
            {
                Wrong(row.Line, $"上级代码 {row.Parent} 不存在", $"the parent {row.Parent} does not exist");
            }
            else if (rows[parent].Level != row.Level - 1)
            {
                Wrong(row.Line, $"level 应比上级 {row.Parent} 大 1", $"the level must be one more than that of its parent {row.Parent}");
            }
            else
            {
                (children[parent] ??= []).Add(i);
            }
        }

        var next = 0;
        foreach (var root in roots)
        {
            Visit(root, rows[root].Code);
        }

        return next;

        void Visit(int index, string section)
        {
            first[index] = next;
            if (rows[index].Section != section)
            {
                Wrong(rows[index].Line, $"section 应为 {section}", $"the section must be {section}");
            }

            if (children[index] is { } inner)
            {
                foreach (var child in inner)
                {
                    Visit(child, section);
                }
            }
            else
            {
                next++;
            }

            count[index] = next - first[index];
        }
    }

    private void Wrong(int line, string reasonZh, string reasonEn) =>
        problems.Add(ProblemCode.BadCodeRow, file.Place(line, 0, 0), reasonZh, reasonEn);

    private readonly record struct Row(string Code, int Level, string Parent, string Section, string Name, int Line);
}
