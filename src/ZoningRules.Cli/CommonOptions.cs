using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ZoningRules.Problems;
using ZoningRules.Reports;

namespace ZoningRules.Cli;

/// <summary>Options that several verbs share, and what their words mean.</summary>
internal static class CommonOptions
{
    /// <summary>Refuses what looks like an option and is none; a file of such a name can be given as <c>./-name</c>.</summary>
    public static T WithoutOptions<T>(T argument)
        where T : Argument
    {
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.Length > 1 && t.Value[0] == '-'))
            {
                result.AddError($"unknown option `{token.Value}` / 没有这个选项");
            }
        });
        return argument;
    }

    private const string RulesName = "--rules";

    /// <summary>The rule pack of a verb that takes one.</summary>
    public static Option<string?> Rules()
    {
        var option = new Option<string?>(RulesName)
        {
            HelpName = "DIR",
            Description = "Folder of the rule pack; default ./rules/jingdezhen, else the one beside the program / 规则包文件夹",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
            CustomParser = result => result.Tokens[^1].Value,
        };
        option.Validators.Add(result =>
        {
            if (result.IdentifierTokenCount > 1)
            {
                result.AddError("this verb takes one rule pack, so give --rules once; check, ask and batch take several / 本子命令只用一个规则包，--rules 只能给一次；check、ask、batch 可用多个");
            }
        });
        return option;
    }

    /// <summary>The rule packs of a verb that takes several.</summary>
    public static Option<string[]> RulesOfSeveral() => new(RulesName)
    {
        HelpName = "DIR",
        Description = "Folder of a rule pack; give it again for each further pack, all of them count and the strictest wins; default ./rules/jingdezhen, else the one beside the program / 规则包文件夹，可多次给出，一并审查、从严",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public static Option<string> Lang()
    {
        var option = new Option<string>("--lang") { Description = "Language of the report and of messages / 语言", DefaultValueFactory = _ => "zh" };
        option.AcceptOnlyFromAmong("zh", "en");
        return option;
    }

    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format") { Description = "Format of the report / 报告格式", DefaultValueFactory = _ => "text" };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    public static Option<string?> Date()
    {
        var option = new Option<string?>("--date")
        {
            HelpName = "YYYY-MM-DD",
            Description = "Date whose law counts; default: the proposal's date, else today in China / 法律时点",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && ToDate(token.Value) is null)
            {
                result.AddError($"`{token.Value}` is not a date (YYYY-MM-DD) / 不是日期");
            }
        });
        return option;
    }

    public static Option<string?> Output() => new("--output", "-o")
    {
        HelpName = "FILE",
        Description = "Write the report to a file instead, whole or not at all / 写入文件",
    };

    public static Option<string?> Ledgers() => new("--ledgers")
    {
        HelpName = "FILE",
        Description = "Snapshots of the ledgers that caps use / 总量台账",
    };

    public static Option<bool> Repair() => new("--repair")
    {
        Description = "Repair an invalid boundary and record the change, as site.repair: yes / 修复无效边界并记录",
    };

    public static Option<bool> Margin() => new("--margin")
    {
        Description = "Also tell how far boundaries, values and dates are from another verdict, and the smallest change that would admit a prohibited project; takes longer / 结论裕度与最小变更",
    };

    public static Option<bool> Version() => new("--version") { Description = "Show the version / 显示版本" };

    public static DateOnly? ToDate(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static Language ToLanguage(string? word) => word == "en" ? Language.En : Language.Zh;

    public static ReportFormat ToFormat(string? word) => word switch
    {
        "text" => ReportFormat.Text,
        "json" => ReportFormat.Json,
        "markdown" => ReportFormat.Markdown,
        "html" => ReportFormat.Html,
        _ => throw new UnreachableException(),
    };
}
