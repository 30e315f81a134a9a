using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Voc.Ingest.Social;

/// <summary>
/// A signed webhook: checks that a body comes from someone who knows the secret and is not old, and reads the posts in it. The
/// same body sent again is read again; its posts have the same identifiers, so nothing is stored twice.
/// </summary>
public static class Webhook
{
    /// <summary>Name of the header with the time of signing in seconds since 1970.</summary>
    public const string TimestampHeader = "X-Voc-Timestamp";

    /// <summary>Name of the header with <c>sha256=</c> and the HMAC-SHA256 of <c>timestamp.body</c> in hexadecimal.</summary>
    public const string SignatureHeader = "X-Voc-Signature";

    /// <summary>Most bytes of one body.</summary>
    public const int MaximumBytes = 4 * 1024 * 1024;

    /// <summary>Most posts of one body.</summary>
    public const int MaximumPosts = 1_000;

    private const string Prefix = "sha256=";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private static readonly string[] Wrappers = ["posts", "items", "data", "events"];

    /// <summary>The value of the signature header for a body.</summary>
    public static string Sign(string secret, long timestamp, ReadOnlySpan<byte> body) => Prefix + Convert.ToHexStringLower(Mac(secret, timestamp, body));

    /// <summary>Why a body is not to be trusted, or null where it is.</summary>
    /// <param name="secret">The secret of the source.</param>
    /// <param name="timestamp">The timestamp header as it came.</param>
    /// <param name="signature">The signature header as it came.</param>
    /// <param name="body">The body as it came.</param>
    /// <param name="now">The time; five minutes either way are allowed.</param>
    public static LocalizedText? Refusal(string secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return SocialProblems.NoSecret;
        }

        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799)
        {
            return SocialProblems.NoTimestamp;
        }

        // The signature is checked first, so that only who knows the secret learns what is wrong with the time.
        return !IsSigned(secret, seconds, signature, body) ? SocialProblems.WrongSignature
            : (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Tolerance ? SocialProblems.Expired(Tolerance.TotalMinutes)
            : null;
    }

    /// <summary>
    /// Reads a body: one post, an array of posts (bare or under <c>posts</c>, <c>items</c>, <c>data</c> or <c>events</c>; lines
    /// count them from 0), or one post a line (lines from 1).
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="posts">Reads one post.</param>
    /// <param name="problem">Why nothing of it can be read, or null.</param>
    public static IReadOnlyList<IngestedRow> Read(ReadOnlyMemory<byte> body, SocialPosts posts, out LocalizedText? problem)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var trimmed = SocialFeed.Trimmed(body);
        problem = trimmed.IsEmpty ? SocialProblems.Empty : trimmed.Length > MaximumBytes ? SocialProblems.TooLarge(MaximumBytes) : null;
        if (problem is not null)
        {
            return [];
        }

        try
        {
            using var json = JsonDocument.Parse(trimmed, new() { MaxDepth = 64 });
            return ReadDocument(json.RootElement, posts, out problem);
        }
        catch (InvalidOperationException)
        {
            // The framework decodes names when it compares them and refuses half a surrogate pair only then.
            problem = SocialProblems.BrokenString;
            return [];
        }
        catch (JsonException broken)
        {
            return ReadLines(trimmed, posts, broken, out problem);
        }
    }

    private static IReadOnlyList<IngestedRow> ReadDocument(JsonElement root, SocialPosts posts, out LocalizedText? problem)
    {
        problem = null;
        if (root.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in Wrappers)
            {
                if (root.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.Array)
                {
                    root = inner;
                    break;
                }
            }
        }

        if (root.ValueKind != JsonValueKind.Array)
        {
            return [posts.Read(0, root)];
        }

        problem = root.GetArrayLength() > MaximumPosts ? SocialProblems.TooMany(MaximumPosts) : null;
        return problem is null ? [.. root.EnumerateArray().Select((post, index) => posts.Read(index, post))] : [];
    }

    private static List<IngestedRow> ReadLines(ReadOnlyMemory<byte> body, SocialPosts posts, JsonException broken, out LocalizedText? problem)
    {
        problem = null;
        var rows = new List<IngestedRow>();
        var number = 0L;
        foreach (var range in body.Span.Split((byte)'\n'))
        {
            if (SocialFeed.ReadLine(++number, new ReadOnlySequence<byte>(body[range]), posts) is not { } row)
            {
                continue;
            }

            if (rows.Count == MaximumPosts)
            {
                problem = SocialProblems.TooMany(MaximumPosts);
                return [];
            }

            rows.Add(row);
        }

        if (rows.TrueForAll(row => row is RejectedRow { Field: null }))
        {
            // Not one line is a post, so lines were not meant and the place of the error helps more.
            problem = SocialProblems.BrokenBody((broken.LineNumber ?? 0) + 1, (broken.BytePositionInLine ?? 0) + 1);
            return [];
        }

        return rows;
    }

    private static bool IsSigned(string secret, long timestamp, string? signature, ReadOnlySpan<byte> body)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var hex = signature is not null && signature.StartsWith(Prefix, StringComparison.Ordinal) ? signature.AsSpan(Prefix.Length) : default;
        return hex.Length == given.Length * 2
            && Convert.FromHexString(hex, given, out _, out _) == OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(given, Mac(secret, timestamp, body));
    }

    private static byte[] Mac(string secret, long timestamp, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{timestamp}.")));
        mac.AppendData(body);
        return mac.GetHashAndReset();
    }
}
