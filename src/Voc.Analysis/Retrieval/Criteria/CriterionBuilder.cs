using System.Runtime.CompilerServices;
using Voc.Analysis.Retrieval.Segments;
using Voc.Analysis.Search;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>Makes of what a query asks something that segments of an index can be asked.</summary>
internal sealed class CriterionBuilder(IndexTables tables, CancellationToken cancellationToken)
{
    private readonly FieldCriteria _fields = new(tables.Fields);

    /// <exception cref="ArgumentException">It asks for something the index does not know.</exception>
    /// <exception cref="InsufficientExecutionStackException">It is nested too deeply.</exception>
    public Criterion Build(Match match)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return match switch
        {
            TermsMatch terms => Terms(terms),
            WordMatch word => new WordCriterion(tables.Terms.Find(word.Word)),
            FieldMatch field => _fields.Build(field),
            RangeMatch range => _fields.Build(range),
            ExactMatch exact => exact.Text.Length == 0 ? new EverythingCriterion() : new ExactCriterion(exact.Text, cancellationToken),
            OpinionMatch opinion => new OpinionCriterion(tables.Opinions.Find(opinion.Target, opinion.Expression, opinion.Polarity)),
            IdsMatch ids => new IdsCriterion([.. ids.Ids.Distinct().Order()]),
            NoneMatch none => new NotCriterion(Build(none.Part)),
            AllMatch all => all.Parts.Count == 0 ? new EverythingCriterion() : new AllCriterion([.. all.Parts.Select(Build)]),
            AnyMatch any => new AnyCriterion([.. any.Parts.Select(Build)]),
            _ when match == Match.Everything => new EverythingCriterion(),
            _ => throw new ArgumentException($"The index does not know {match.GetType().Name}.", nameof(match)),
        };
    }

    private Criterion Terms(TermsMatch match)
    {
        var places = match.Terms.Select((term, i) => Place(term, match.Prefix && i == match.Terms.Count - 1, match.Boost)).ToArray();
        return places.Length switch
        {
            0 => new NothingCriterion(),
            1 => places[0].Criterion,
            _ => match.Slop <= 0 ? new PhraseCriterion(places, match.Boost) : new ProximityCriterion(places, match.Slop, match.Boost),
        };
    }

    private PhrasePlace Place(string term, bool prefix, double boost)
    {
        if (!prefix)
        {
            var ordinal = tables.Terms.Find(term);
            return new PhrasePlace(new TermCriterion(ordinal, boost), ordinal, null);
        }
        int[] terms = [.. tables.Terms.WithPrefix(term)];
        return new PhrasePlace(new UnionCriterion(terms, boost), -1, new OrdinalSet(terms));
    }
}
