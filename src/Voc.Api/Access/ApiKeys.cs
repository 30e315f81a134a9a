using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Voc.Api.Storage;

namespace Voc.Api.Access;

/// <summary>A key for programs. Only its hash is kept; 256 random bits need no slow hash.</summary>
internal sealed class ApiKeyRow
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public required string Role { get; set; }

    /// <summary>SHA-256 of the key, hexadecimal.</summary>
    public required string Hash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? ExpiresAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
    public DateTimeOffset? LastUsedAt { get; set; }
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKeyRow>
{
    public void Configure(EntityTypeBuilder<ApiKeyRow> builder)
    {
        builder.ToTable("api_key");
        builder.HasIndex(k => k.Hash).IsUnique();
    }
}

/// <summary>Makes, finds and revokes API keys.</summary>
internal sealed class ApiKeys(Store store, TimeProvider time, ILogger<ApiKeys>? log = null)
{
    private static readonly TimeSpan UseGranularity = TimeSpan.FromMinutes(10);

    /// <summary>Makes a key and returns it with its row; it cannot be read again later.</summary>
    public async Task<(string Key, ApiKeyRow Row)> CreateAsync(string name, string role, DateTimeOffset? expiresAt, CancellationToken cancellationToken = default)
    {
        var key = "voc_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var row = new ApiKeyRow { Name = name, Role = role, Hash = Hash(key), CreatedAt = time.GetUtcNow(), ExpiresAt = expiresAt };
        await using var context = store.Context();
        context.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return (key, row);
    }

    /// <summary>The row of a key, whether still valid or not; null where there is none.</summary>
    public async Task<ApiKeyRow?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        var hash = Hash(key);
        await using var context = store.Context();
        var row = await context.Set<ApiKeyRow>().SingleOrDefaultAsync(k => k.Hash == hash, cancellationToken);
        if (row is not null && !(time.GetUtcNow() - row.LastUsedAt < UseGranularity))
        {
            row.LastUsedAt = time.GetUtcNow();
            try
            {
                await context.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException failure)
            {
                // A full disk must not lock out those who only read, and those who write are told by what they do.
                log?.LogWarning(failure, "The use of API key {Id} could not be noted", row.Id);
            }
        }
        return row;
    }

    public async Task<IReadOnlyList<ApiKeyRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = store.Context();
        return await context.Set<ApiKeyRow>().AsNoTracking().OrderBy(k => k.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Revokes a key; returns false where there is none by this identifier.</summary>
    public async Task<bool> RevokeAsync(int id, CancellationToken cancellationToken)
    {
        await using var context = store.Context();
        if (await context.Set<ApiKeyRow>().FindAsync([id], cancellationToken) is not { } row)
        {
            return false;
        }
        row.RevokedAt ??= time.GetUtcNow();
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static string Hash(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
