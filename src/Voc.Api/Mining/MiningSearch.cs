using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Voc.Api.Search;

namespace Voc.Api.Mining;

/// <summary>Which texts a view is made of: the parameters of <c>GET /search</c> that say what is found, not how it is listed.</summary>
internal sealed record MiningSearch
{
    [FromQuery, Description("Query as in GET /search; blank for everything")]
    public string? Q { get; init; }

    [FromQuery, Description("First day, YYYY-MM-DD")]
    public string? From { get; init; }

    [FromQuery, Description("Last day, YYYY-MM-DD")]
    public string? To { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Channel { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Product { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Sentiment { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Topic { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Intent { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Source { get; init; }

    [FromQuery, Description("Only texts like this one; its identifier")]
    public long? Like { get; init; }

    /// <summary>The same for the same parameters, and for no others.</summary>
    public string Key() => JsonSerializer.Serialize(this);

    /// <exception cref="SearchParameterException">A parameter does not hold what it should.</exception>
    public SearchRequest Request() => new SearchQuery
    {
        Q = Q,
        From = From,
        To = To,
        Channel = Channel,
        Product = Product,
        Sentiment = Sentiment,
        Topic = Topic,
        Intent = Intent,
        Source = Source,
        Like = Like,
    }.Request();
}
