using System.Text.RegularExpressions;

namespace Voc.Ingest.Forms;

/// <summary>What a field of a contact form asks for.</summary>
public enum ContactFieldKind
{
    /// <summary>The message itself, of several lines.</summary>
    Message,

    /// <summary>The product, from a list where options are given.</summary>
    Product,

    /// <summary>A rating from 1 to 5.</summary>
    Rating,

    /// <summary>Readiness to recommend from 0 to 10.</summary>
    Nps,

    /// <summary>Who writes: a customer number or mail address, kept as a pseudonym only.</summary>
    Customer,

    /// <summary>Anything else, from a list where options are given; kept as an attribute.</summary>
    Text,
}

/// <summary>A field of a contact form.</summary>
public sealed partial record ContactField
{
    private const int MaximumOptions = 100;

    /// <summary>Name by which the value is sent: a letter, then letters, digits, <c>-</c> and <c>_</c>, at most 40 in all.</summary>
    public required string Name { get; init; }

    /// <summary>What it asks for.</summary>
    public required ContactFieldKind Kind { get; init; }

    /// <summary>What stands beside it.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>Whether it must be filled in; the message always must.</summary>
    public bool Required { get; init; }

    /// <summary>Values to choose from; any where empty.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Longest value in UTF-16 units: 10,000 for a message and 200 for anything else.</summary>
    public int MaximumLength => Kind == ContactFieldKind.Message ? 10_000 : 200;

    /// <summary>Whether it must be filled in.</summary>
    internal bool IsRequired => Required || Kind == ContactFieldKind.Message;

    /// <summary>The values to choose from, those of a scale included.</summary>
    internal IReadOnlyList<string> Choices => Kind switch
    {
        ContactFieldKind.Rating => ["1", "2", "3", "4", "5"],
        ContactFieldKind.Nps => ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
        _ => Options,
    };

    internal static IReadOnlyList<ContactField> Usual { get; } =
    [
        new() { Name = "product", Kind = ContactFieldKind.Product, Label = new("商品・サービス名", "Product or service") },
        new() { Name = "message", Kind = ContactFieldKind.Message, Label = new("ご意見・お問い合わせ内容", "Your message"), Required = true },
        new() { Name = "rating", Kind = ContactFieldKind.Rating, Label = new("満足度（1〜5）", "Satisfaction (1–5)") },
    ];

    internal LocalizedText? Problem() =>
        Name is null || !NameForm().IsMatch(Name) || Name == FormSubmission.HoneypotName ? FormProblems.BadName(Name ?? "")
        : Label is null || string.IsNullOrWhiteSpace(Label.Ja) || string.IsNullOrWhiteSpace(Label.En) ? FormProblems.NoLabel(Name)
        : Options is null || Options.Count > MaximumOptions || Options.Any(option => string.IsNullOrWhiteSpace(option) || option.Length > MaximumLength) ? FormProblems.BadOptions(Name)
        : null;

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,39}$")]
    private static partial Regex NameForm();
}
