using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Voc.Api.Snippets;

/// <summary>A piece of text that goes into call notes by a short key.</summary>
internal sealed class SnippetRow
{
    public int Id { get; set; }

    /// <summary>What is typed after a semicolon, see <see cref="SnippetRules.Key"/>; no other of the same owner's.</summary>
    public required string Key { get; set; }

    public required string Title { get; set; }
    public required string Text { get; set; }

    /// <summary>User name of whose it is; empty for the company's.</summary>
    public required string Owner { get; set; }

    /// <summary>Grows with each change.</summary>
    public int Version { get; set; } = 1;

    public required string ChangedBy { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

internal sealed class SnippetConfiguration : IEntityTypeConfiguration<SnippetRow>
{
    public void Configure(EntityTypeBuilder<SnippetRow> builder)
    {
        builder.ToTable("snippet");
        builder.HasIndex(s => new { s.Owner, s.Key }).IsUnique();
    }
}
