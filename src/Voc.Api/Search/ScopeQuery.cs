using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Voc.Analysis.Search;

namespace Voc.Api.Search;

/// <summary>Which texts: the parameters that <c>GET /search</c> shares with all that takes what a search finds.</summary>
internal sealed record ScopeQuery
{
    [FromQuery, Description("Query: words, \"phrases\", 'exact strings', AND, OR, NOT, prefix*, \"near each other\"~3, word^2, field:value, field:[from TO to]; blank for everything, newest first")]
    public string? Q { get; init; }

    [FromQuery, Description("Whether words stand for their synonyms too, of the dictionary and of the company; other spellings always count")]
    public bool? Synonyms { get; init; }

    [FromQuery, Description("A spelling or synonym to leave out; may be repeated")]
    public string[]? Without { get; init; }

    [FromQuery, Description("First day, YYYY-MM-DD")]
    public string? From { get; init; }

    [FromQuery, Description("Last day, YYYY-MM-DD")]
    public string? To { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Channel { get; init; }

    [FromQuery, Description("May be repeated; empty for what has none")]
    public string[]? Product { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Sentiment { get; init; }

    [FromQuery, Description("May be repeated; empty for what has none")]
    public string[]? Topic { get; init; }

    [FromQuery, Description("May be repeated; empty for what has none")]
    public string[]? Intent { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Source { get; init; }

    [FromQuery, Description("May be repeated; empty for what has none")]
    public string[]? Segment { get; init; }

    [FromQuery, Description("May be repeated")]
    public string[]? Language { get; init; }

    [FromQuery, Description("NAME=VALUE; NAME= for what has no such attribute. May be repeated")]
    public string[]? Attribute { get; init; }

    [FromQuery, Description("Only texts like this one, most like first; its identifier")]
    public long? Like { get; init; }

    /// <summary>The same for the same parameters, and for no others.</summary>
    public string Key() => JsonSerializer.Serialize(this);

    /// <exception cref="SearchParameterException">A parameter does not hold what it should.</exception>
    public SearchRequest Request() => new()
    {
        Query = Q,
        Synonyms = Synonyms ?? false,
        Without = SearchParameters.Without(Without),
        From = SearchParameters.Date("from", From),
        To = SearchParameters.Date("to", To),
        Filters =
        [
            SearchParameters.Filter(QueryField.Channel, Channel),
            SearchParameters.Filter(QueryField.Product, Product),
            SearchParameters.Filter(QueryField.Sentiment, Sentiment),
            SearchParameters.Filter(QueryField.Topic, Topic),
            SearchParameters.Filter(QueryField.Intent, Intent),
            SearchParameters.Filter(QueryField.Source, Source),
            SearchParameters.Filter(QueryField.Segment, Segment),
            SearchParameters.Filter(QueryField.Language, Language),
            SearchParameters.Filter(QueryField.Attribute, Attribute),
        ],
        Like = Like,
    };
}
