using System.Text.Json;
using Voc.Api.Search;

namespace Voc.Api.Mining;

/// <summary>Which texts a view is made of.</summary>
internal sealed record MiningSearch : ScopeQuery
{
    /// <summary>The same for the same parameters, and for no others.</summary>
    public string Key() => JsonSerializer.Serialize(this);

    /// <exception cref="SearchParameterException">A parameter does not hold what it should.</exception>
    public SearchRequest Request() => Scope();
}
