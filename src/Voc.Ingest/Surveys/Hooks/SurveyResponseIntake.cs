using System.Globalization;
using System.Text.RegularExpressions;
using Voc.Ingest.Values;

namespace Voc.Ingest.Surveys.Hooks;

/// <summary>
/// Makes feedback of responses: a text for each free answer, each with all scores and other answers of the response, as an import of
/// the same survey does. Safe for any number of threads.
/// </summary>
/// <param name="context">The installation.</param>
/// <param name="source">Name of the source.</param>
/// <param name="channel">Its channel.</param>
/// <param name="settings">What it says of its questions.</param>
public sealed partial class SurveyResponseIntake(IngestContext context, string source, Channel channel, HookSettings settings)
{
    private const int ProseLength = 12;
    private static readonly HashSet<string> CustomerNames = new(StringComparer.OrdinalIgnoreCase) { "customer", "customer_id", "customerid", "user_id", "userid", "member_id", "memberid", "email", "お客様番号", "会員番号", "メールアドレス" };
    private static readonly HashSet<string> ProductNames = new(StringComparer.OrdinalIgnoreCase) { "product", "product_name", "productname", "商品", "商品名", "製品", "製品名", "サービス", "サービス名" };
    private readonly FeedbackIntake _intake = new(context);

    internal IReadOnlyList<IngestedRow> Take(SurveyResponse response)
    {
        if (string.IsNullOrWhiteSpace(response.Id))
        {
            return [new RejectedRow(0, null, response.Answers.Count == 0 ? SurveyHookProblems.NoResponse : SurveyHookProblems.NoId)];
        }

        DateTimeOffset? submitted = null;
        if (response.SubmittedAt is { } written)
        {
            if (!DateReader.TryRead(written, context.TimeZone, out var read))
            {
                return [new RejectedRow(0, "submittedAt", ValueProblems.NoDate(written))];
            }

            submitted = read;
        }

        var named = response.Answers.Select(answer => answer with { Title = Title(answer) }).ToList();
        var texts = named.Where(IsText).ToList();
        if (texts.Count == 0)
        {
            return [new RejectedRow(0, null, SurveyHookProblems.NoText) { IsEmpty = true }];
        }

        var draft = Draft(response, named.Except(texts).ToList()) with { OccurredAt = submitted };
        return [.. texts.Select(text => _intake.Take(0, draft with
        {
            Text = text.Value,
            ExternalId = texts.Count > 1 ? $"{response.Id}#{text.Key}" : response.Id,
        }))];
    }

    private FeedbackDraft Draft(SurveyResponse response, List<ResponseAnswer> others)
    {
        var (scores, attributes) = (new Dictionary<string, double>(), new Dictionary<string, string>());
        string? customer = null, product = null;
        foreach (var (name, value) in response.Hidden)
        {
            Place(name, value);
        }

        foreach (var answer in others)
        {
            if (answer.Kind == AnswerKind.Customer)
            {
                customer ??= answer.Value;
            }
            else if (answer.Kind is AnswerKind.Scale or AnswerKind.Recommendation && double.TryParse(answer.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var score))
            {
                scores[ScoreName(answer, score, scores)] = score;
            }
            else
            {
                Place(answer.Title, answer.Value, answer.Key);
            }
        }

        return new()
        {
            Source = source,
            ExternalId = null,
            Channel = channel,
            Text = null,
            Customer = customer,
            Product = product,
            Scores = scores,
            Attributes = attributes,
        };

        void Place(string name, string value, string? key = null)
        {
            if (Is(settings.Customer, CustomerNames, name, key))
            {
                customer = value;
            }
            else if (Is(settings.Product, ProductNames, name, key))
            {
                product = value;
            }
            else if (!string.IsNullOrWhiteSpace(name))
            {
                attributes[name] = value.Length <= FeedbackValidation.MaxAttributeLength ? value : value[..FeedbackValidation.MaxAttributeLength];
            }
        }
    }

    private static bool Is(string? chosen, HashSet<string> usual, string name, string? key) =>
        chosen is null ? usual.Contains(name) : chosen == name || chosen == key;

    private string Title(ResponseAnswer answer)
    {
        var title = settings.Names.GetValueOrDefault(answer.Key) ?? settings.Names.GetValueOrDefault(answer.Title) ?? answer.Title.Trim();
        return title.Length <= FeedbackValidation.MaxNameLength ? title : title[..FeedbackValidation.MaxNameLength];
    }

    /// <summary>A short answer is a text where it is a sentence or long enough for one, and not the name of something.</summary>
    private bool IsText(ResponseAnswer answer) => answer.Kind == AnswerKind.FreeText
        || (answer.Kind == AnswerKind.ShortText && !Is(settings.Customer, CustomerNames, answer.Title, answer.Key) && !Is(settings.Product, ProductNames, answer.Title, answer.Key)
            && (answer.Value.Trim().Length >= ProseLength || Prose().IsMatch(answer.Value)));

    /// <summary>The name of a score: what a company calls it, else the measure its question asks for, else the question.</summary>
    private static string ScoreName(ResponseAnswer answer, double score, Dictionary<string, double> taken)
    {
        var name = answer.Kind == AnswerKind.Recommendation || (score is >= 0 and <= 10 && Recommends().IsMatch(answer.Title)) ? "nps"
            : score is >= 1 and <= 5 && Satisfies().IsMatch(answer.Title) ? "csat"
            : score is >= 1 and <= 5 && Rates().IsMatch(answer.Title) ? "rating"
            : answer.Title;
        var (low, high) = FeedbackValidation.ScoreRange(name);
        return taken.ContainsKey(name) || score < low || score > high ? answer.Title : name;
    }

    [GeneratedRegex("[。！？!?\\n]", RegexOptions.CultureInvariant)]
    private static partial Regex Prose();

    [GeneratedRegex("^nps$|NPS|推奨度|おすすめ度|オススメ度|(?:勧|薦|すす)めたい|recommend", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Recommends();

    [GeneratedRegex("満足|csat|satisf", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Satisfies();

    [GeneratedRegex("評価|^rating$|\\brate\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rates();
}
