using Voc.Analysis.Spelling;
using Voc.Analysis.Text;

namespace Voc.Analysis.Search;

/// <summary>Finds what a word of a query stands for beside itself. Safe for any number of threads.</summary>
internal sealed class WordExpander(IndexTerms indexTerms, QueryKnowledge knowledge)
{
    /// <summary>Most spellings of one word together, and most synonyms.</summary>
    private const int Most = 32;

    private const int LongestPhrase = 8;

    /// <summary>What was typed ranks above what means the same.</summary>
    private const double SynonymBoost = 0.6;

    /// <summary>Other spellings of the terms that a word has, as sequences of terms.</summary>
    /// <param name="text">The word, as typed.</param>
    /// <param name="terms">Its terms.</param>
    public List<Alternative> Spellings(string text, IReadOnlyList<IndexTerm> terms)
    {
        if (terms.Count == 0 || terms.Count > LongestPhrase)
        {
            // Kana of a word that the dictionary has in kanji only may look like particles.
            return terms.Count == 0 && KanaFolding.IsKana(Folded(text)) ? [.. SpellingsOf(Folded(text)).Take(Most)] : [];
        }
        var isWhole = terms.Sum(t => t.Span.Length) == text.Length;
        var combined = new List<Alternative> { new("", AlternativeKind.Spelling, []) };
        foreach (var term in terms.Select(t => t.Term))
        {
            // A number among other terms belongs to a quantity, which is spelt as a whole, or to a code, which is not.
            var isNumber = terms.Count > 1 && term.All(char.IsAsciiDigit);
            var own = (isNumber ? [] : SpellingsOf(term)).Prepend(new(term, AlternativeKind.Spelling, [term])).ToList();
            combined = [.. combined.SelectMany(c => own.Select(o => c.Then(o, isWhole ? "" : " "))).Take(Most)];
        }
        var folded = Folded(text);
        var whole = folded == terms[0].Term ? [] : isWhole ? SpellingsOf(folded) : FormsOf(folded);
        return Distinct([.. terms.Select(t => t.Term)], combined.Concat(whole));
    }

    /// <summary>Words that mean the same as a word or one of its spellings.</summary>
    public List<Alternative> Synonyms(string text, IReadOnlyList<IndexTerm> terms, IEnumerable<Alternative> spellings)
    {
        string[] typed = [.. terms.Select(t => t.Term)];
        var names = new List<string> { Folded(text) };
        if (terms.Count == 1)
        {
            names.Add(terms[0].Term);
        }
        names.AddRange(spellings.Select(s => s.Text).Concat(knowledge.Forms?.Rare(names[0]) ?? []));
        var company = names.SelectMany(knowledge.Company.Of).Select(w => Of(w, AlternativeKind.Company));
        var dictionary = knowledge.Synonyms is { } synonyms ? names.SelectMany(n => synonyms().Synonyms(n)).Select(w => Of(w, AlternativeKind.Synonym)) : [];
        var known = spellings.Select(s => string.Join(' ', s.Terms)).ToHashSet();
        return [.. Distinct(typed, company.Concat(dictionary).OfType<Alternative>()).Where(a => !known.Contains(string.Join(' ', a.Terms)))];
    }

    /// <summary>A word in the form that terms have.</summary>
    public static string Folded(string text) =>
        string.Concat(NormalizedText.From(text).Text.ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && c != '='));

    private List<Alternative> SpellingsOf(string word)
    {
        var forms = FormsOf(word).Concat(RareFormsOf(word)).ToList();
        var variants = forms.Select(f => f.Text).Prepend(word).SelectMany(knowledge.Variants).Distinct();
        return [.. variants.Select(v => new Alternative(v, AlternativeKind.Spelling, [v])), .. forms];
    }

    private List<Alternative> FormsOf(string word)
    {
        var listed = (knowledge.Forms?.Of(word) ?? []).Concat(knowledge.Synonyms?.Invoke().Spellings(word) ?? []).Distinct();
        return [.. listed.Select(f => Of(f, AlternativeKind.Spelling)).OfType<Alternative>()];
    }

    /// <summary>Those that segmentation takes apart, with nothing lost: what it keeps together the archive has as a term, if at all.</summary>
    private IEnumerable<Alternative> RareFormsOf(string word)
    {
        foreach (var form in knowledge.Forms?.Rare(word) ?? [])
        {
            var terms = indexTerms.Locate(form);
            if (terms.Count > 1 && terms.Sum(t => t.Span.Length) == form.Length)
            {
                yield return new Alternative(form, AlternativeKind.Spelling, [.. terms.Select(t => t.Term)]);
            }
        }
    }

    private Alternative? Of(string word, AlternativeKind kind) =>
        indexTerms.From(word) is { Count: > 0 } terms ? new Alternative(word, kind, [.. terms]) : null;

    private static List<Alternative> Distinct(string[] typed, IEnumerable<Alternative> alternatives) =>
        [.. alternatives.Where(a => !a.Terms.SequenceEqual(typed)).DistinctBy(a => string.Join(' ', a.Terms)).Take(Most)];

    /// <summary>Another sequence of terms for a word.</summary>
    internal sealed record Alternative(string Text, AlternativeKind Kind, string[] Terms)
    {
        public TermsMatch Match => new(Terms, Prefix: false) { Boost = Kind == AlternativeKind.Spelling ? 1 : SynonymBoost };

        public Alternative Then(Alternative next, string between) => new(Text.Length == 0 ? next.Text : Text + between + next.Text, Kind, [.. Terms, .. next.Terms]);
    }
}
