using System.Diagnostics.CodeAnalysis;
using Voc.Analysis.Morphology;
using Voc.Analysis.Text;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Vocabulary;

/// <summary>A change of the company's vocabulary that was checked: to be tried on texts, or kept.</summary>
internal sealed record VocabularyEdit
{
    /// <summary><c>dictionary</c>, <c>lexicon</c> or <c>topics</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>added</c>, <c>changed</c> or <c>deleted</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What was changed, for the history.</summary>
    public required string Subject { get; init; }

    /// <summary>The vocabulary with the change made.</summary>
    public required OwnVocabulary After { get; init; }

    /// <summary>Writes the change.</summary>
    public required Action<VocDbContext> Persist { get; init; }

    /// <summary>Strings that texts contain which are cut into other words from now on; none where the change cuts nothing.</summary>
    public IReadOnlyList<string> Cuts { get; init; } = [];

    /// <summary>
    /// Makes, for a tokenizer, what finds the place in a text that the change may touch, or null where it cannot touch the text. Itself null
    /// where that cannot be told from the text.
    /// </summary>
    public Func<Tokenizer, Func<string, TextSpan?>>? Touches { get; init; }
}

/// <summary>A checked change, or why it cannot be made.</summary>
internal readonly struct EditResult
{
    private EditResult(VocabularyEdit? edit, Refusal? refusal) => (Edit, Refusal) = (edit, refusal);

    public VocabularyEdit? Edit { get; }

    public Refusal? Refusal { get; }

    public bool IsRefused([NotNullWhen(true)] out Refusal? refusal, [NotNullWhen(false)] out VocabularyEdit? edit)
    {
        (refusal, edit) = (Refusal, Edit);
        return edit is null;
    }

    public static implicit operator EditResult(VocabularyEdit edit) => new(edit, null);

    public static implicit operator EditResult(Refusal refusal) => new(null, refusal);
}

/// <summary>Who changes something, and when.</summary>
internal readonly record struct Change(string By, DateTimeOffset At);
