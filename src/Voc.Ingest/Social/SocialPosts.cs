using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Voc.Ingest.Reviews;
using Voc.Ingest.Values;

namespace Voc.Ingest.Social;

/// <summary>Turns posts in JSON into checked and masked feedback. Safe for any number of threads.</summary>
/// <param name="context">The installation.</param>
/// <param name="source">Name of the source.</param>
/// <param name="channel">Channel of the source.</param>
/// <param name="mapping">Which fields hold what, or null for the names feeds commonly use.</param>
public sealed class SocialPosts(IngestContext context, string source, Channel channel = Channel.Social, SocialMapping? mapping = null)
{
    private const int MaximumAuthor = 90;
    private readonly SocialMapping _mapping = mapping ?? new();
    private readonly FeedbackIntake _intake = new(context);

    /// <summary>Reads one post.</summary>
    /// <param name="line">Where it stands, as in <see cref="IngestedRow"/>.</param>
    /// <param name="post">The post.</param>
    public IngestedRow Read(long line, JsonElement post)
    {
        if (post.ValueKind != JsonValueKind.Object)
        {
            return new RejectedRow(line, null, SocialProblems.NoObject);
        }

        try
        {
            return ReadObject(line, post);
        }
        catch (InvalidOperationException)
        {
            // The framework decodes strings when they are asked for and refuses half a surrogate pair only then.
            return new RejectedRow(line, null, SocialProblems.BrokenString);
        }
    }

    private IngestedRow ReadObject(long line, JsonElement post)
    {
        DateTimeOffset? created = null;
        var written = TextAt(post, _mapping.CreatedAtPaths);
        if (written is not null)
        {
            if (!TryReadTime(written, out var time))
            {
                return new RejectedRow(line, "createdAt", ValueProblems.NoDate(written));
            }

            created = time;
        }

        var text = TextAt(post, _mapping.TextPaths);
        if (text is null)
        {
            return new RejectedRow(line, "text", SocialProblems.NoText(_mapping.TextPaths)) { IsEmpty = true };
        }

        var author = TextAt(post, _mapping.AuthorPaths);
        return _intake.Take(line, new()
        {
            Source = source,
            ExternalId = TextAt(post, _mapping.IdPaths) ?? ContentId(text, author, written),
            Channel = channel,
            Text = text.TrimStart().StartsWith('<') && text.Length <= FeedbackValidation.MaxTextLength ? HtmlText.Of(text) : text,
            OccurredAt = created,
            Customer = author is null ? null : $"{source}:{author[..Math.Min(author.Length, MaximumAuthor)]}",
            Product = TextAt(post, _mapping.ProductPaths),
            Attributes = AttributesOf(post),
        });
    }

    private Dictionary<string, string> AttributesOf(JsonElement post)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("url", _mapping.UrlPaths);
        Add("language", _mapping.LangPaths);
        foreach (var path in _mapping.Attributes)
        {
            Add(path, [path]);
        }

        return attributes;

        void Add(string name, IReadOnlyList<string> paths)
        {
            if (TextAt(post, paths) is { } value)
            {
                attributes[name] = value;
            }
        }
    }

    private bool TryReadTime(string value, out DateTimeOffset time)
    {
        const long Seconds = 100_000_000, Milliseconds = 100_000_000_000, End = 253_402_300_799;
        if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < Seconds || count > End * 1000)
        {
            return DateReader.TryRead(value, context.TimeZone, out time);
        }

        time = count < Milliseconds ? DateTimeOffset.FromUnixTimeSeconds(count) : DateTimeOffset.FromUnixTimeMilliseconds(count);
        return true;
    }

    private static string? TextAt(JsonElement post, IReadOnlyList<string> paths)
    {
        if (SocialMapping.Find(post, paths) is not { } value)
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : value.GetRawText();
        return text.Length == 0 ? null : text;
    }

    /// <summary>A post without an identifier is known again by its content, so that sending it twice stores it once.</summary>
    private static string ContentId(string text, string? author, string? created) =>
        "content-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{author}\n{created}\n{text}")).AsSpan(0, 16));
}
