using System.Text.Encodings.Web;
using System.Text.Json;

namespace Voc.Ingest.Forms;

/// <summary>Writes the script that puts a contact form into a page of the company's web site. Serve it with <c>Cache-Control: no-cache</c>, for it holds a token.</summary>
public static class FormScript
{
    private static readonly string Template = FormAssets.Read("embed.js");

    // The usual encoder escapes < > & and the line separators of JavaScript, so no value can end the script.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Default };

    /// <summary>The script.</summary>
    /// <param name="form">The form.</param>
    /// <param name="action">Absolute address it sends to.</param>
    /// <param name="token">A token of <see cref="FormTokens"/>.</param>
    public static string Render(ContactForm form, Uri action, string token)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(action);
        var data = new
        {
            Action = action.AbsoluteUri,
            form.Title,
            form.Thanks,
            Token = token,
            FormSubmission.TokenName,
            FormSubmission.IdName,
            Honeypot = FormSubmission.HoneypotName,
            Wait = 2_500,
            Work = ProofOfWork.Bits(form.ProofOfWork),
            WorkName = ProofOfWork.Name,
            Message = form.Fields.First(field => field.Kind == ContactFieldKind.Message).Name,
            Fields = form.Fields.Select(field => new
            {
                field.Name,
                field.Label,
                Required = field.IsRequired,
                field.Choices,
                field.MaximumLength,
                Multiline = field.Kind == ContactFieldKind.Message,
            }),
        };
        return Template
            .Replace("/*VOC_CSS*/ \"\"", JsonSerializer.Serialize(FormAssets.StyleSheet, Json), StringComparison.Ordinal)
            .Replace("/*VOC_FORM*/ null", JsonSerializer.Serialize(data, Json), StringComparison.Ordinal);
    }
}
