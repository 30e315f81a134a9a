namespace Voc.Analysis.Issues;

/// <summary>Names an issue in its customers' own words.</summary>
internal static class IssueTitle
{
    private const int MaxTerms = 6;
    private const int MinExpression = 3;

    /// <summary>Share of a word's feedback that must use a compound for it to stand in the word's place.</summary>
    private const double CompoundShare = 0.5;

    private static readonly string[] PlainEndings = ["ない", "ません", "する", "した", "れる", "れた", "しい", "い", "る", "た"];

    /// <summary>A title around the most telling phrase or words of an issue's candidates, strongest first.</summary>
    public static LocalizedText Of(IssuePolarity polarity, string? product, Slice? slice, IReadOnlyList<CandidateSeries> series, Func<string, LocalizedText> topicName)
    {
        var about = About(series, topicName);
        var where = slice?.Where ?? new("", "");
        var (ja, en) = (polarity, about) switch
        {
            (IssuePolarity.Negative, null) => ($"{where.Ja}不満・問い合わせが増加", $"complaints and enquiries{where.En} are rising"),
            (_, null) => ($"{where.Ja}好評の声が増加", $"praise{where.En} is rising"),
            (IssuePolarity.Negative, { } words) => ($"{where.Ja}「{words.Ja}」の報告が増加", $"reports of “{words.En}”{where.En} are rising"),
            (_, { } words) => ($"{where.Ja}「{words.Ja}」への好評が増加", $"praise for “{words.En}”{where.En} is rising"),
        };
        return product is null ? new(ja, char.ToUpperInvariant(en[0]) + en[1..]) : new($"{product}：{ja}", $"{product}: {en}");
    }

    /// <summary>The words an issue is about, most telling first.</summary>
    public static IReadOnlyList<string> Terms(IReadOnlyList<CandidateSeries> series, Func<string, LocalizedText> topicName)
    {
        var words = series.Where(IsKeyphrase).Select(s => s.Key.Term)
            .Concat(series.Where(s => s.Key.Kind is CandidateKind.Opinion or CandidateKind.Expression).Select(Phrase).OfType<string>())
            .Concat(series.Where(s => s.Key.Kind == CandidateKind.Term && s.Key.Term.Length > 1).Select(s => s.Key.Term))
            .Distinct().Take(MaxTerms).ToList();
        return words.Count > 0 ? words : [.. series.Where(s => s.Key.Kind == CandidateKind.Topic).Select(s => topicName(s.Key.Term).Ja)];
    }

    private static LocalizedText? About(IReadOnlyList<CandidateSeries> series, Func<string, LocalizedText> topicName)
    {
        var words = Words(series);
        var phrase = series.Where(s => s.Key.Kind == CandidateKind.Opinion).Select(Phrase).FirstOrDefault(p => p is not null);
        if (phrase is null && series.FirstOrDefault(s => s.Key.Kind == CandidateKind.Expression) is { } expression && Phrase(expression) is { Length: >= MinExpression } said)
        {
            phrase = words.Count > 0 && !said.Contains(words[0], StringComparison.OrdinalIgnoreCase) ? $"{words[0]}・{said}" : said;
        }
        phrase ??= words.Count > 0 ? string.Join('・', words) : null;
        return phrase is not null ? new(phrase, phrase)
            : series.FirstOrDefault(s => s.Key.Kind == CandidateKind.Topic) is { } topic ? topicName(topic.Key.Term) : null;
    }

    /// <summary>The two most telling words, as compounds where most say so; a single character only where there is nothing else.</summary>
    private static List<string> Words(IReadOnlyList<CandidateSeries> series)
    {
        var named = series.Where(IsKeyphrase).ToList();
        var telling = named.Where(s => s.Key.Term.Length > 1).ToList();
        var chosen = new List<string>();
        foreach (var word in telling.Count > 0 ? telling : named.Take(1))
        {
            var compound = named.Where(s => s.Key.Term.Contains(word.Key.Term, StringComparison.Ordinal) && s.Members.Count >= CompoundShare * word.Members.Count)
                .MaxBy(s => s.Key.Term.Length)!.Key.Term;
            if (chosen.Count < 2 && !chosen.Exists(c => c.Contains(word.Key.Term, StringComparison.Ordinal) || compound.Contains(c, StringComparison.Ordinal)))
            {
                chosen.Add(compound);
            }
        }
        return chosen;
    }

    /// <summary>A word that texts are about, not just one that is in them.</summary>
    private static bool IsKeyphrase(CandidateSeries series) => series.Key.Kind == CandidateKind.Term && series.Phrases.Any();

    /// <summary>How customers put it: what most say, in a plain form if there is one, and short.</summary>
    private static string? Phrase(CandidateSeries series)
    {
        var phrases = series.Phrases.Where(p => p.Phrase.Length >= 2).ToList();
        return phrases.Count == 0
            ? null
            : phrases.OrderByDescending(p => p.Count).ThenBy(p => Plainness(p.Phrase)).ThenBy(p => p.Phrase.Length).ThenBy(p => p.Phrase, StringComparer.Ordinal).First().Phrase;
    }

    private static int Plainness(string phrase)
    {
        var at = Array.FindIndex(PlainEndings, e => phrase.EndsWith(e, StringComparison.Ordinal));
        return at < 0 ? PlainEndings.Length : at;
    }
}
