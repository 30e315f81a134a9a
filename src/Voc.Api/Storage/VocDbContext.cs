using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Voc.Api.Storage;

/// <summary>The store. Feedback, inbox and events are written through <see cref="GroupCommitWriter"/> only.</summary>
internal sealed class VocDbContext(DbContextOptions<VocDbContext> options) : IdentityDbContext<VocUser, IdentityRole, string>(options)
{
    public DbSet<FeedbackRow> Feedback => Set<FeedbackRow>();
    public DbSet<InboxRow> Inbox => Set<InboxRow>();
    public DbSet<EventRow> Events => Set<EventRow>();
    public DbSet<SourceRow> Sources => Set<SourceRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<SourceRow>(e =>
        {
            e.ToTable("source");
            e.HasIndex(s => s.Name).IsUnique();
            e.HasIndex(s => s.PublicKey).IsUnique();
        });
        builder.Entity<FeedbackRow>(e =>
        {
            e.ToTable("feedback");
            e.HasKey(f => f.Id);
            e.Property(f => f.Id).ValueGeneratedNever();
            e.HasOne(f => f.Source).WithMany().HasForeignKey(f => f.SourceId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(f => new { f.SourceId, f.ExternalId }).IsUnique();
            e.HasIndex(f => f.ReadingVersion);
        });
        builder.Entity<InboxRow>(e =>
        {
            e.ToTable("inbox");
            e.HasKey(i => i.Arrival);
            e.HasOne(i => i.Source).WithMany().HasForeignKey(i => i.SourceId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(i => new { i.SourceId, i.ExternalId }).IsUnique();
            e.HasIndex(i => i.Id).IsUnique();
            e.HasIndex(i => i.SourceId).HasFilter("\"FailedAt\" IS NOT NULL");
        });
        builder.Entity<EventRow>(e =>
        {
            e.ToTable("event");
            e.HasKey(v => v.Sequence);
        });
        builder.ApplyConfigurationsFromAssembly(typeof(VocDbContext).Assembly);
    }

    /// <summary>Times are kept as milliseconds since 1970, UTC: exact, sortable and the same in every database.</summary>
    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), value => DateTimeOffset.FromUnixTimeMilliseconds(value));
}

/// <summary>Somebody who signs in.</summary>
internal sealed class VocUser : IdentityUser
{
    public string DisplayName { get; set; } = "";
}
