using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Voc.Ingest.Forms;

/// <summary>One request from a form.</summary>
/// <param name="Origin">The <c>Origin</c> header, or null.</param>
/// <param name="Own">Scheme, host and port of this server.</param>
/// <param name="Client">Address of the client, or null.</param>
/// <param name="ContentType">The <c>Content-Type</c> header, or null.</param>
/// <param name="Body">The body, read up to one byte more than <see cref="FormSubmission.MaximumBytes"/>.</param>
public sealed record FormRequest(string? Origin, string Own, IPAddress? Client, string? ContentType, ReadOnlyMemory<byte> Body);

/// <summary>The answer to a request from a form.</summary>
/// <param name="Status">HTTP status: 202 where there is feedback to store.</param>
/// <param name="Message">What to tell the person.</param>
public sealed record FormAnswer(int Status, LocalizedText Message)
{
    /// <summary>The message as feedback, to be stored before the answer is given; null where it was refused.</summary>
    public Feedback? Feedback { get; init; }

    /// <summary>What is wrong with single fields, by name.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Errors { get; init; } = new Dictionary<string, LocalizedText>();

    /// <summary>Time until the client may send again, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A new token with which the same form can be sent again, or null.</summary>
    public string? Token { get; init; }

    /// <summary>Zero bits of the <see cref="ProofOfWork"/> that is missing; 0 where none is.</summary>
    public int Work { get; init; }

    /// <summary>What was sent, to fill in the page again; empty where it could not be read.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// Receives contact forms: checks where they come from, how fast, and that a person filled them in, and turns them into masked
/// feedback. Nothing is dropped without saying so. Safe for any number of threads.
/// </summary>
public sealed class FormReceiver(IngestContext context, FormTokens tokens, FormRateLimiter limiter)
{
    private readonly FeedbackIntake _intake = new(context);
    private readonly FormDefences _defences = new(tokens, limiter);

    /// <summary>Receives one request.</summary>
    /// <param name="form">The form it was sent to.</param>
    /// <param name="request">The request.</param>
    public FormAnswer Receive(ContactForm form, FormRequest request)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(request);
        var answer = _defences.Refuse(form.PublicKey, form.AllowedOrigins, request, out var submission) ?? CheckWork(form, submission!) ?? Take(form, submission!);
        return FormDefences.WithValues(answer, submission);
    }

    private static FormAnswer? CheckWork(ContactForm form, FormSubmission submission)
    {
        var bits = ProofOfWork.Bits(form.ProofOfWork);
        return ProofOfWork.IsShown(bits, submission, submission[form.Fields.First(field => field.Kind == ContactFieldKind.Message).Name])
            ? null
            : new(400, FormProblems.NoWork) { Work = bits };
    }

    private FormAnswer Take(ContactForm form, FormSubmission submission)
    {
        var errors = new Dictionary<string, LocalizedText>();
        foreach (var field in form.Fields)
        {
            if (Problem(field, submission[field.Name]) is { } problem)
            {
                errors[field.Name] = problem;
            }
        }

        if (errors.Count > 0)
        {
            return new(400, FormProblems.CheckFields) { Errors = errors };
        }

        return _intake.Take(0, Draft(form, submission)) switch
        {
            AcceptedRow accepted => new(202, form.Thanks) { Feedback = accepted.Feedback },
            RejectedRow rejected => new(400, rejected.Message),
            _ => throw new InvalidOperationException("A row is accepted or rejected."),
        };
    }

    private static LocalizedText? Problem(ContactField field, string? value) =>
        value is null ? (field.IsRequired ? FormProblems.Required : null)
        : value.Length > field.MaximumLength ? FormProblems.TooLong(value.Length, field.MaximumLength)
        : field.Choices.Count > 0 && !field.Choices.Contains(value) ? FormProblems.NoChoice
        : null;

    private static FeedbackDraft Draft(ContactForm form, FormSubmission submission)
    {
        var scores = new Dictionary<string, double>();
        var attributes = new Dictionary<string, string>();
        string? text = null, product = null, customer = null;
        foreach (var field in form.Fields)
        {
            if (submission[field.Name] is not { } value)
            {
                continue;
            }

            switch (field.Kind)
            {
                case ContactFieldKind.Message:
                    text = value;
                    break;
                case ContactFieldKind.Product:
                    product = value;
                    break;
                case ContactFieldKind.Customer:
                    customer = value;
                    break;
                case ContactFieldKind.Rating or ContactFieldKind.Nps:
                    scores[field.Kind == ContactFieldKind.Nps ? "nps" : "rating"] = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
                    break;
                default:
                    attributes[field.Name] = value;
                    break;
            }
        }

        return new()
        {
            Source = form.Source,
            ExternalId = Identifier(submission, text),
            Channel = Channel.ContactForm,
            Text = text,
            Product = product,
            Customer = customer,
            Scores = scores,
            Attributes = attributes,
        };
    }

    /// <summary>
    /// The identifier of the filling-in together with the text: sending twice stores once, going back and sending something else
    /// stores both. Without an identifier every message is a new one.
    /// </summary>
    private static string Identifier(FormSubmission submission, string? text)
    {
        var id = submission[FormSubmission.IdName];
        return id is not null && FormSubmission.IsId(id)
            ? $"{id}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text ?? "")).AsSpan(0, 8))}"
            : Guid.NewGuid().ToString();
    }
}
