using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Voc.Api.Issues;

/// <summary>Which issues, in which order: the parameters of lists of issues.</summary>
internal sealed record IssueListQuery
{
    [FromQuery, Description("open, closed, all, or new, acknowledged, investigating, fixed, muted, verified or regressed; may be repeated; open where it is left out")]
    public string[]? State { get; init; }

    [FromQuery, Description("severity, surprise, growth, reach, count, newest or due; severity where it is left out")]
    public string? Sort { get; init; }

    [FromQuery, Description("Name of a product; empty for issues across products. May be repeated")]
    public string[]? Product { get; init; }

    [FromQuery, Description("Source or value of an attribute that an issue is limited to, as field:value, such as source:アプリ or region:大阪府; empty for issues limited to none. May be repeated")]
    public string[]? Slice { get; init; }

    [FromQuery, Description("Topic that at least a third of the reports are about, or one below it; may be repeated")]
    public string[]? Topic { get; init; }

    [FromQuery, Description("User name; me for oneself; empty for nobody. May be repeated")]
    public string[]? Assignee { get; init; }

    [FromQuery, Description("low, medium, high or critical; may be repeated")]
    public string[]? Severity { get; init; }

    [FromQuery, Description("negative for rising complaints, positive for rising praise")]
    public string? Polarity { get; init; }

    [FromQuery, Description("Words that all have to be in the titles, the terms or the product; width, case and the kind of kana make no difference")]
    public string? Q { get; init; }

    [FromQuery, Description("How many of the first to leave out")]
    public int? Offset { get; init; }

    [FromQuery, Description("At most how many, 1 to 500; 200 where it is left out")]
    public int? Limit { get; init; }
}
