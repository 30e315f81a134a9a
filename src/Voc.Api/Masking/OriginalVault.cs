using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Masking;

/// <summary>
/// Texts as they came, for sources that keep them: encrypted before they reach the inbox, and read only with a reason, which is kept in the
/// same transaction as the reading.
/// </summary>
internal sealed class OriginalVault(Store store, GroupCommitWriter writer, IDataProtectionProvider protection, VocOptions options, TimeProvider time)
{
    public const int ShortestReason = 5;
    public const int LongestReason = 500;
    public const string Insert = "INSERT OR REPLACE INTO feedback_original (FeedbackId, Protected) VALUES ($id, $protected)";
    private static readonly LocalizedText What = new("フィードバックの原文", "original of feedback");

    private readonly IDataProtector _protector = protection.CreateProtector("feedback-original");
    private volatile FrozenSet<string>? _keepers;

    /// <summary>Encrypts a text if its source keeps originals; null where it does not.</summary>
    public string? Keep(string source, string text) => Keepers.Contains(source) ? _protector.Protect(text) : null;

    /// <summary>Decrypts; null where the key is lost.</summary>
    public string? Open(string kept)
    {
        try
        {
            return _protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether a source keeps originals, by name.</summary>
    public FrozenSet<string> Keepers => _keepers ??= ReadKeepers();

    /// <summary>Lets a source keep originals from now on, or deletes those it kept; false where there is no such source.</summary>
    public async Task<bool> SetAsync(int sourceId, bool keep, CancellationToken cancellationToken)
    {
        var found = await writer.WriteAsync(
            connection =>
            {
                if (!keep)
                {
                    connection.Execute("DELETE FROM feedback_original WHERE FeedbackId IN (SELECT Id FROM feedback WHERE SourceId=$source)", ("$source", sourceId));
                }
                return connection.Execute("UPDATE source SET KeepOriginals=$keep WHERE Id=$source", ("$keep", keep), ("$source", sourceId)) > 0;
            },
            cancellationToken);
        _keepers = null;
        return found;
    }

    /// <summary>Reads an original and keeps who did and why, or says why not.</summary>
    public async Task<(string? Text, Refusal? Refusal)> ReadAsync(long id, string? reason, string by, CancellationToken cancellationToken)
    {
        var why = reason?.Trim() ?? "";
        if (why.Length is < ShortestReason or > LongestReason)
        {
            return (null, Refusal.Of("reason", new($"理由を {ShortestReason}〜{LongestReason} 文字で書いてください。", $"Give a reason of {ShortestReason} to {LongestReason} characters.")));
        }
        var kept = await writer.WriteAsync(
            connection =>
            {
                var found = (string?)connection.Scalar("SELECT Protected FROM feedback_original WHERE FeedbackId=$id", ("$id", id));
                if (found is not null)
                {
                    using var context = connection.Context();
                    context.Add(new OriginalAccessRow { FeedbackId = id, By = by, Reason = why, At = time.GetUtcNow() });
                    context.SaveChanges();
                }
                return found;
            },
            cancellationToken);
        if (kept is null)
        {
            return (null, Refusal.Missing(What, id));
        }
        return Open(kept) is { } text ? (text, null) : (null, Refusal.Conflict(
            new("原文の鍵が見つからないため、復号できません。", "The original cannot be decrypted: its key is lost."),
            new("data フォルダーの keys をバックアップから戻してください。", "Restore the folder keys of the data folder from a backup."),
            "key-lost"));
    }

    private FrozenSet<string> ReadKeepers()
    {
        if (!Store.Exists(options))
        {
            return [];
        }
        using var context = store.Context();
        return context.Sources.AsNoTracking().Where(s => s.KeepOriginals).Select(s => s.Name).ToFrozenSet();
    }
}
