using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Voc.Analysis.Classification;
using Voc.Analysis.Sentiment;

namespace Voc.Api.Vocabulary;

/// <summary>A word of the company's own dictionary.</summary>
internal sealed class DictionaryWordRow
{
    public int Id { get; set; }

    /// <summary>As somebody wrote it.</summary>
    public required string Surface { get; set; }

    /// <summary>The surface normalised: no two words are alike in it.</summary>
    public required string Key { get; set; }

    /// <summary>JSON array; empty for one word.</summary>
    public required string Segments { get; set; }

    /// <summary>JSON array; empty where none is given.</summary>
    public required string Readings { get; set; }

    public required string PartOfSpeech { get; set; }
    public required string ChangedBy { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>An expression the company added, or changed against the one that is shipped.</summary>
internal sealed class LexiconExpressionRow
{
    public int Id { get; set; }
    public required string Expression { get; set; }

    /// <summary>The expression normalised.</summary>
    public required string Key { get; set; }

    /// <summary>Class of targets, empty for any.</summary>
    public required string Target { get; set; }

    /// <summary>Name of a <see cref="LexiconKind"/>, or <see cref="LexiconKinds.Silent"/>.</summary>
    public required string Kind { get; set; }

    public double Strength { get; set; }
    public double? Negated { get; set; }
    public required string ChangedBy { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>A topic the company added, or what it changed of a shipped one: null is as shipped.</summary>
internal sealed class TopicRow
{
    public required string Id { get; set; }
    public bool Own { get; set; }
    public string? Ja { get; set; }
    public string? En { get; set; }

    /// <summary>Empty for a topic at the top.</summary>
    public string? Parent { get; set; }

    /// <summary>JSON object of weights.</summary>
    public string? Keywords { get; set; }

    public bool Hidden { get; set; }

    /// <summary>Kept for its name, which what was sorted into it still needs.</summary>
    public bool Deleted { get; set; }

    public required string ChangedBy { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    public TopicChange ToChange() => new(Id)
    {
        Ja = Ja,
        En = En,
        Parent = Parent,
        Keywords = Keywords is null ? null : VocabularyJson.Weights(Keywords),
        Hidden = Hidden || Deleted,
    };
}

internal sealed class VocabularyConfiguration :
    IEntityTypeConfiguration<DictionaryWordRow>, IEntityTypeConfiguration<LexiconExpressionRow>, IEntityTypeConfiguration<TopicRow>
{
    public void Configure(EntityTypeBuilder<DictionaryWordRow> builder)
    {
        builder.ToTable("dictionary_word");
        builder.HasIndex(w => w.Key).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LexiconExpressionRow> builder)
    {
        builder.ToTable("lexicon_expression");
        builder.HasIndex(x => new { x.Key, x.Target, x.Kind }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TopicRow> builder) => builder.ToTable("topic");
}
