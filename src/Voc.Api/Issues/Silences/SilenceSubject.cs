using System.Globalization;

namespace Voc.Api.Issues.Silences;

/// <summary>What can fall silent: a source, the feedback of a source about a product, or all sources of a channel together.</summary>
internal readonly record struct SilenceSubject(Channel? Channel, int Source, string? Product)
{
    private const string ChannelPrefix = "channel:";
    private const string SourcePrefix = "source:";
    private const string ProductPrefix = "product:";

    /// <summary>The form in which an issue keeps it, such as <c>source:3</c>, <c>product:3:NAME</c> or <c>channel:review</c>.</summary>
    public string Key => (Channel, Product) switch
    {
        ({ } channel, _) => ChannelPrefix + channel.Name(),
        (_, { } product) => string.Create(CultureInfo.InvariantCulture, $"{ProductPrefix}{Source}:{product}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{SourcePrefix}{Source}"),
    };

    /// <summary>Reads a key; null for one of another version.</summary>
    public static SilenceSubject? Read(string? key)
    {
        if (key?.StartsWith(ChannelPrefix, StringComparison.Ordinal) == true)
        {
            return Channels.TryParse(key[ChannelPrefix.Length..], out var channel) ? new SilenceSubject(channel, 0, null) : null;
        }
        var parts = key?.Split(':', 3) ?? [];
        return parts.Length >= 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var source) && parts[0] + ':' is SourcePrefix or ProductPrefix
            ? new SilenceSubject(null, source, parts.Length == 3 ? parts[2] : null)
            : null;
    }

    /// <summary>Whether something of this source and product belongs to it.</summary>
    public bool Includes(Channel channel, int source, string product) =>
        Channel is { } whole ? whole == channel : Source == source && (Product is null || Product == product);
}
