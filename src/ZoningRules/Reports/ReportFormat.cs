namespace ZoningRules.Reports;

/// <summary>How a report is written.</summary>
public enum ReportFormat
{
    /// <summary>Plain text for a terminal or a mail.</summary>
    Text,

    /// <summary>JSON for other software.</summary>
    Json,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>One self-contained HTML page.</summary>
    Html,
}
