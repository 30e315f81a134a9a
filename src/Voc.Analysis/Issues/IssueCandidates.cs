using System.Text;

namespace Voc.Analysis.Issues;

/// <summary>What a report is about, at several grains at once: product, product × topic, × word, × expression, × opinion, and the same across products.</summary>
public static class IssueCandidates
{
    /// <summary>Stands before a negated expression.</summary>
    public const char Negation = '¬';

    /// <summary>Stands between target and expression of an opinion.</summary>
    public const char Separator = '|';

    private const int MaxTerms = 10;
    private const int MaxOpinions = 6;
    private const int MaxWords = 60;
    private const int MaxTopics = 3;
    private const int MaxTermLength = 24;
    private const int MaxPhraseLength = 18;

    /// <summary>Words that are in feedback about anything. They say how a report was made, not what it is about.</summary>
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "こと", "もの", "とき", "時", "方", "人", "ため", "よう", "それ", "これ", "ところ", "感じ", "私", "自分", "うち",
        "今日", "昨日", "一昨日", "今朝", "毎日", "毎朝", "今回", "最近", "先日", "先週", "今", "前", "後", "日", "月", "年", "回", "分",
        "お客様", "お申し出", "申し出", "お問合せ", "問い合わせ", "問合せ", "ご連絡", "連絡", "折返し", "希望", "確認", "対応", "案内", "お願い", "状態", "場合", "件", "旨",
        "思う", "言う", "ある", "いる", "する", "なる", "ない",
    };

    /// <summary>The candidates of one feedback, each once.</summary>
    public static IReadOnlyList<IssueCandidate> From(AnalyzedFeedback feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        var found = new Dictionary<CandidateKey, string?>();
        var product = string.IsNullOrWhiteSpace(feedback.Feedback.Product) ? null : feedback.Feedback.Product;
        var side = Side(feedback);
        if (product is not null)
        {
            found.TryAdd(new CandidateKey(side, product, CandidateKind.Product, ""), null);
        }
        void Add(IssuePolarity polarity, CandidateKind kind, string term, string? phrase)
        {
            found.TryAdd(new CandidateKey(polarity, null, kind, term), phrase);
            if (product is not null)
            {
                found.TryAdd(new CandidateKey(polarity, product, kind, term), phrase);
            }
        }
        foreach (var topic in feedback.Text.Topics.Take(MaxTopics))
        {
            Add(side, CandidateKind.Topic, topic.Label, null);
        }
        foreach (var opinion in feedback.Text.Opinions.Where(IsReport).Take(MaxOpinions))
        {
            AddOpinion(opinion, feedback.Feedback.Text, opinion.Polarity == 0 ? side : (IssuePolarity)Math.Sign(opinion.Polarity), Add);
        }
        foreach (var keyphrase in feedback.Text.Keyphrases.Take(MaxTerms))
        {
            if (Term(keyphrase) is { } term)
            {
                Add(side, CandidateKind.Term, term, keyphrase);
            }
        }
        foreach (var word in feedback.Text.Terms.Take(MaxWords))
        {
            if (Term(word) is { } term)
            {
                Add(side, CandidateKind.Term, term, null);
            }
        }
        return [.. found.Select(pair => new IssueCandidate(pair.Key, pair.Value))];
    }

    /// <summary>
    /// The side a feedback counts on as a whole. What is not praise counts as a report: much that is wrong is told without an unkind word.
    /// A customer who scored it high is pleased, whatever single words look like.
    /// </summary>
    public static IssuePolarity Side(AnalyzedFeedback feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        var intents = feedback.Text.Intents;
        var complains = intents.Any(i => i.Label is "complaint" or "churn-risk");
        return feedback.Text.Sentiment.Label switch
        {
            _ when Pleased(feedback.Feedback.Scores) => IssuePolarity.Positive,
            SentimentLabel.Positive when !complains => IssuePolarity.Positive,
            SentimentLabel.Neutral when !complains && intents.Count > 0 && intents[0].Label == "praise" => IssuePolarity.Positive,
            _ => IssuePolarity.Negative,
        };
    }

    /// <summary>A word as candidates are named: width and case folded; null where it says nothing by itself.</summary>
    public static string? Term(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length is 0 or > MaxTermLength)
        {
            return null;
        }
        var term = Fold(word);
        var telling = term.Length >= 2 ? term.Any(char.IsLetter) : term.Length == 1 && term[0] is >= '\u4e00' and <= '\u9fff';
        return telling && !Empty.Contains(term) ? term : null;
    }

    private static bool Pleased(IReadOnlyDictionary<string, double> scores) =>
        (scores.TryGetValue("rating", out var rating) && rating >= 4) ||
        (scores.TryGetValue("nps", out var nps) && nps >= 9) ||
        (scores.TryGetValue("csat", out var csat) && csat >= 4);

    private static bool IsReport(Opinion opinion) => opinion.Modality is not ("resolved" or "hypothetical");

    private static void AddOpinion(Opinion opinion, string text, IssuePolarity side, Action<IssuePolarity, CandidateKind, string, string?> add)
    {
        var target = opinion.Target is null ? null : Term(opinion.Target);
        var phrase = Phrase(opinion, text);
        if (target is not null)
        {
            add(side, CandidateKind.Term, target, opinion.Target);
        }
        if (Term(opinion.Expression) is not { } said)
        {
            return;
        }
        var expression = opinion.Negated ? Negation + said : said;
        add(side, CandidateKind.Expression, expression, phrase);
        if (target is not null)
        {
            add(side, CandidateKind.Opinion, target + Separator + expression, phrase);
        }
    }

    /// <summary>The customer's own words from the target to the end of the expression, or the expression alone where the target is far.</summary>
    private static string? Phrase(Opinion opinion, string text)
    {
        if (opinion.Start < 0 || opinion.Length <= 0 || opinion.Length > text.Length - opinion.Start)
        {
            return null;
        }
        var (start, end) = (opinion.Start, opinion.Start + opinion.Length);
        if (opinion.Target is { Length: > 0 } target)
        {
            var from = Math.Clamp(end - MaxPhraseLength, 0, start);
            var at = text.AsSpan(from, start - from).LastIndexOf(target, StringComparison.OrdinalIgnoreCase);
            start = at >= 0 ? from + at : start;
        }
        var phrase = text[start..end];
        return phrase.Length <= MaxPhraseLength && phrase.IndexOfAny(['\n', '。', '、', '!', '！', '?', '？']) < 0 ? phrase : null;
    }

    private static string Fold(string word)
    {
        try
        {
            return word.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return ""; // Half a surrogate pair: no word.
        }
    }
}
