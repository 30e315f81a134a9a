using System.Text.Json;
using Voc.Ingest.Social.Platforms;

namespace Voc.Api.Sources.Social;

/// <summary>What a social source remembers between runs; kept in the state of its row, in the transaction of what was read.</summary>
internal sealed record SocialState
{
    /// <summary>How far each search was read.</summary>
    public IReadOnlyDictionary<string, QueryCursor> Queries { get; init; } = new Dictionary<string, QueryCursor>();

    /// <summary>When the platform may be asked again.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Failures in a row, for the back-off.</summary>
    public int Failures { get; init; }

    public static SocialState Read(string? stored) => stored is null ? new() : JsonSerializer.Deserialize<SocialState>(stored)!;

    /// <summary>The same without a pause, as it is stored.</summary>
    public static string? WithoutPause(string? stored) => stored is null ? null : (Read(stored) with { NotBefore = null, Failures = 0 }).Write();

    public string Write() => JsonSerializer.Serialize(this);

    public QueryCursor Of(string query) => Queries.GetValueOrDefault(query) ?? new();

    public SocialState With(string query, QueryCursor cursor) => this with { Queries = new Dictionary<string, QueryCursor>(Queries) { [query] = cursor } };
}
