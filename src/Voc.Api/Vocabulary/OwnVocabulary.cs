using Microsoft.EntityFrameworkCore;
using Voc.Api.Storage;

namespace Voc.Api.Vocabulary;

/// <summary>The words, expressions and topics of the company, as they are kept.</summary>
internal sealed record OwnVocabulary(
    IReadOnlyList<DictionaryWordRow> Words, IReadOnlyList<LexiconExpressionRow> Expressions, IReadOnlyList<TopicRow> Topics)
{
    public static readonly OwnVocabulary None = new([], [], []);

    public static OwnVocabulary Read(VocDbContext context) => new(
        [.. context.Set<DictionaryWordRow>().AsNoTracking().OrderBy(w => w.Id)],
        [.. context.Set<LexiconExpressionRow>().AsNoTracking().OrderBy(x => x.Id)],
        [.. context.Set<TopicRow>().AsNoTracking().OrderBy(t => t.Id)]);
}
