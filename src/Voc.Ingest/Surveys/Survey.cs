using System.Text.Json;
using System.Text.Json.Serialization;
using Voc.Ingest.Forms;

namespace Voc.Ingest.Surveys;

/// <summary>A survey of the company's own: a page at a link, which may stand in a frame of the company's web site.</summary>
public sealed record Survey
{
    /// <summary>Most questions of a survey.</summary>
    public const int MaximumQuestions = 30;

    private const int MaximumOrigins = 50;
    private const int MaximumWords = 2_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<SurveyQuestionKind>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The key in the survey's address.</summary>
    [JsonIgnore]
    public string PublicKey { get; init; } = "";

    /// <summary>Name of the source its answers belong to.</summary>
    [JsonIgnore]
    public string Source { get; init; } = "";

    /// <summary>Heading.</summary>
    public LocalizedText Title { get; init; } = new("アンケート", "Survey");

    /// <summary>What is said above the questions; may be blank.</summary>
    public LocalizedText Introduction { get; init; } = new("", "");

    /// <summary>What is shown once an answer has arrived.</summary>
    public LocalizedText Thanks { get; init; } = new("ご回答ありがとうございました。", "Thank you for your answers.");

    /// <summary>The questions in order.</summary>
    public IReadOnlyList<SurveyQuestion> Questions { get; init; } = [];

    /// <summary>The last day on which answers are taken, in the company's time zone; without end where null.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>Whether anybody with the link may answer; else only those with an invitation of their own.</summary>
    public bool OpenLink { get; init; } = true;

    /// <summary>Web sites that may show the survey in a frame, such as <c>https://www.example.co.jp</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>The product it is about, or null.</summary>
    public string? Product { get; init; }

    /// <summary>Whether it can be read in English: some of its questions differ from the Japanese.</summary>
    [JsonIgnore]
    public bool HasEnglish => Questions.Any(question => question.Label.En != question.Label.Ja);

    /// <summary>Whether the closing date has passed.</summary>
    /// <param name="now">The time.</param>
    /// <param name="zone">The company's time zone.</param>
    public bool IsOver(DateTimeOffset now, TimeZoneInfo zone) =>
        ClosesOn is { } last && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime) > last;

    /// <summary>Reads settings, <c>{"title","introduction","thanks","questions","closesOn","openLink","allowedOrigins","product"}</c>. English that is left out is the Japanese.</summary>
    /// <param name="publicKey">The key in the survey's address.</param>
    /// <param name="source">Name of the source.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="violations">What is wrong with them, by field; empty where the survey can be used.</param>
    public static Survey? FromSettings(string publicKey, string source, JsonElement settings, out IReadOnlyList<Violation> violations)
    {
        try
        {
            var read = settings.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? new() : settings.Deserialize<Survey>(Json)!;
            var survey = read.Completed() with { PublicKey = publicKey, Source = source };
            violations = survey.Check();
            return violations.Count == 0 ? survey : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            var path = broken is JsonException { Path: { Length: > 2 } at } ? at[2..] : "";
            violations = [new($"settings.{path}".TrimEnd('.'), SurveyProblems.BadSetting(path))];
            return null;
        }
    }

    /// <summary>The survey as settings.</summary>
    public string ToSettings() => JsonSerializer.Serialize(this, Json);

    private Survey Completed()
    {
        var usual = new Survey();
        return this with
        {
            Title = Both(Title) is { Ja.Length: > 0 } title ? title : usual.Title,
            Introduction = Both(Introduction),
            Thanks = Both(Thanks) is { Ja.Length: > 0 } thanks ? thanks : usual.Thanks,
            Questions = [.. (Questions ?? []).Where(question => question is not null).Select(question => question with { Label = Both(question.Label), Options = question.Options ?? [] })],
            AllowedOrigins = AllowedOrigins ?? [],
            Product = string.IsNullOrWhiteSpace(Product) ? null : Product.Trim(),
        };
    }

    private static LocalizedText Both(LocalizedText? text)
    {
        var (ja, en) = (text?.Ja?.Trim() ?? "", text?.En?.Trim() ?? "");
        return new(ja.Length > 0 ? ja : en, en.Length > 0 ? en : ja);
    }

    private List<Violation> Check()
    {
        var violations = new List<Violation>();
        for (var i = 0; i < Questions.Count; i++)
        {
            if (Questions[i].Problem() is { } problem)
            {
                violations.Add(new($"settings.questions[{i}]", problem));
            }
        }

        for (var i = 0; i < AllowedOrigins.Count; i++)
        {
            if (!FormOrigins.IsOrigin(AllowedOrigins[i]))
            {
                violations.Add(new($"settings.allowedOrigins[{i}]", FormProblems.BadOrigin(AllowedOrigins[i] ?? "")));
            }
        }

        if (Questions.Count is 0 or > MaximumQuestions || AllowedOrigins.Count > MaximumOrigins)
        {
            violations.Add(new("settings.questions", SurveyProblems.WrongCount(MaximumQuestions, MaximumOrigins)));
        }

        if (Questions.GroupBy(question => question.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            violations.Add(new("settings.questions", FormProblems.TwiceNamed(twice.Key)));
        }

        if (new[] { Title, Introduction, Thanks }.Any(text => text.Ja.Length > MaximumWords || text.En.Length > MaximumWords) || Product?.Length > FeedbackValidation.MaxNameLength)
        {
            violations.Add(new("settings", SurveyProblems.TooMuchText(MaximumWords, FeedbackValidation.MaxNameLength)));
        }

        return violations;
    }
}
