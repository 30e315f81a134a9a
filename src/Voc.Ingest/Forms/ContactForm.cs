using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voc.Ingest.Forms;

/// <summary>A contact form that the company puts on its web site.</summary>
public sealed record ContactForm
{
    private const int MaximumFields = 30;
    private const int MaximumOrigins = 50;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>The key in the form's address.</summary>
    [JsonIgnore]
    public string PublicKey { get; init; } = "";

    /// <summary>Name of the source its messages belong to.</summary>
    [JsonIgnore]
    public string Source { get; init; } = "";

    /// <summary>Heading.</summary>
    public LocalizedText Title { get; init; } = new("お問い合わせ", "Contact us");

    /// <summary>What is shown once a message has arrived.</summary>
    public LocalizedText Thanks { get; init; } = new("お送りいただきありがとうございました。内容を確認いたします。", "Thank you. We have received your message.");

    /// <summary>Web sites that may hold the form, such as <c>https://www.example.co.jp</c> or <c>https://*.example.co.jp</c>; none but the form's own page where empty.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>How much a visitor's browser has to reckon before a message is sent; with any, the form needs JavaScript.</summary>
    public FormWork ProofOfWork { get; init; }

    /// <summary>The fields in order; exactly one is the message.</summary>
    public IReadOnlyList<ContactField> Fields { get; init; } = ContactField.Usual;

    /// <summary>Reads the settings of a form source, <c>{"title","thanks","allowedOrigins","proofOfWork","fields"}</c>; what is left out has its usual value.</summary>
    /// <param name="publicKey">The key in the form's address.</param>
    /// <param name="source">Name of the source.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="violations">What is wrong with them, by field; empty where the form can be used.</param>
    public static ContactForm? FromSettings(string publicKey, string source, JsonElement settings, out IReadOnlyList<Violation> violations)
    {
        try
        {
            var read = settings.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? new() : settings.Deserialize<ContactForm>(Json)!;
            var usual = new ContactForm();
            var form = read with { PublicKey = publicKey, Source = source, Title = read.Title ?? usual.Title, Thanks = read.Thanks ?? usual.Thanks, AllowedOrigins = read.AllowedOrigins ?? [], Fields = read.Fields is { Count: > 0 } fields ? fields : ContactField.Usual };
            violations = form.Check();
            return violations.Count == 0 ? form : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            var path = broken is JsonException { Path: { Length: > 2 } at } ? at[2..] : "";
            violations = [new($"settings.{path}".TrimEnd('.'), FormProblems.BadSetting(path))];
            return null;
        }
    }

    /// <summary>What is wrong with the form, by field; empty where it can be used.</summary>
    public IReadOnlyList<Violation> Check()
    {
        var violations = new List<Violation>();
        for (var i = 0; i < AllowedOrigins.Count; i++)
        {
            if (!FormOrigins.IsOrigin(AllowedOrigins[i]))
            {
                violations.Add(new($"settings.allowedOrigins[{i}]", FormProblems.BadOrigin(AllowedOrigins[i] ?? "")));
            }
        }

        for (var i = 0; i < Fields.Count; i++)
        {
            if ((Fields[i] is { } field ? field.Problem() : FormProblems.BadName("")) is { } problem)
            {
                violations.Add(new($"settings.fields[{i}]", problem));
            }
        }

        if (Fields.Count > MaximumFields || AllowedOrigins.Count > MaximumOrigins)
        {
            violations.Add(new("settings", FormProblems.TooMuch(MaximumFields, MaximumOrigins)));
        }

        if (Fields.Count(field => field?.Kind == ContactFieldKind.Message) != 1)
        {
            violations.Add(new("settings.fields", FormProblems.OneMessage));
        }

        if (Fields.Where(field => field is not null).GroupBy(field => field.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            violations.Add(new("settings.fields", FormProblems.TwiceNamed(twice.Key)));
        }

        return violations;
    }
}
