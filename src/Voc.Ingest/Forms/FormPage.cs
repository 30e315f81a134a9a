using System.Globalization;
using System.Text;

namespace Voc.Ingest.Forms;

/// <summary>
/// Writes a contact form as a page of its own. It works without JavaScript and holds no script, unless the form asks for proof of work: then it
/// holds the form's script and nothing else. What it may run and show is said by <see cref="ContentSecurityPolicy"/>.
/// </summary>
public static class FormPage
{
    /// <summary>The <c>Content-Security-Policy</c> header for the page. With it goes <c>Referrer-Policy: same-origin</c>; a stricter one makes browsers hide the origin.</summary>
    public static string ContentSecurityPolicy(ContactForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return PublicMarkup.ContentSecurityPolicy(FormAssets.StyleSheet, []) + (NeedsScript(form) ? "; script-src 'self'; connect-src 'self'" : "");
    }

    /// <summary>The page with the form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="culture">Japanese for a Japanese culture, else English.</param>
    /// <param name="token">A token of <see cref="FormTokens"/>.</param>
    /// <param name="refused">The answer to an earlier attempt, whose values are filled in again, or null.</param>
    public static string Render(ContactForm form, CultureInfo culture, string token, FormAnswer? refused = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        var html = Start(form, culture);
        if (NeedsScript(form))
        {
            return Scripted(html, form, culture, refused);
        }

        html.Append("<form class=\"voc-form\" method=\"post\"><h1>").Append(Text(form.Title.In(culture))).Append("</h1>");
        if (refused is not null)
        {
            html.Append("<p class=\"voc-status voc-failed\" role=\"alert\">").Append(Text(refused.Message.In(culture))).Append("</p>");
        }

        foreach (var field in form.Fields)
        {
            AppendField(html, field, culture, refused);
        }

        PublicMarkup.AppendDefences(html, token, refused);
        html.Append("<button type=\"submit\">").Append(Words("送信", "Send", culture)).Append("</button>")
            .Append(Languages(culture)).Append("</form>");
        return End(html);
    }

    private static bool NeedsScript(ContactForm form) => form.ProofOfWork != FormWork.Off;

    private static string Scripted(StringBuilder html, ContactForm form, CultureInfo culture, FormAnswer? refused)
    {
        if (refused is not null)
        {
            // Written on a page that was opened before the form asked for work: the text is given back.
            html.Append("<div class=\"voc-form\"><p class=\"voc-status voc-failed\" role=\"alert\">").Append(Text(refused.Message.In(culture))).Append("</p>");
            foreach (var field in form.Fields.Where(field => refused.Values.ContainsKey(field.Name)))
            {
                html.Append("<p>").Append(Text(field.Label.In(culture))).Append("</p><pre>").Append(Text(refused.Values[field.Name])).Append("</pre>");
            }

            html.Append("</div>");
        }

        html.Append("<noscript><p class=\"voc-form voc-failed\">")
            .Append(Words("このフォームは、機械による送信を防ぐために JavaScript を使います。JavaScript を有効にして、ページを読み込み直してください。", "This form uses JavaScript to keep programs from sending it. Please switch JavaScript on and load the page anew.", culture))
            .Append("</p></noscript><script src=\"/forms/").Append(Text(form.PublicKey)).Append(".js\" data-lang=\"").Append(Words("ja", "en", culture)).Append("\"></script><div class=\"voc-form\">")
            .Append(Languages(culture)).Append("</div>");
        return End(html);
    }

    private static string Languages(CultureInfo culture) =>
        $"<p class=\"voc-language\"><a href=\"?lang={Words("en\" lang=\"en\" hreflang=\"en\">English", "ja\" lang=\"ja\" hreflang=\"ja\">日本語", culture)}</a></p>";

    /// <summary>The page that is shown once a message has arrived.</summary>
    public static string RenderThanks(ContactForm form, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(form);
        return End(Start(form, culture).Append("<div class=\"voc-form\"><h1>").Append(Text(form.Title.In(culture)))
            .Append("</h1><p role=\"status\">").Append(Text(form.Thanks.In(culture))).Append("</p></div>"));
    }

    private static StringBuilder Start(ContactForm form, CultureInfo culture) => PublicMarkup.Start(form.Title, culture, FormAssets.StyleSheet);

    private static string End(StringBuilder html) => PublicMarkup.End(html);

    private static void AppendField(StringBuilder html, ContactField field, CultureInfo culture, FormAnswer? refused)
    {
        var id = $"voc-{field.Name}";
        var value = refused?.Values.GetValueOrDefault(field.Name) ?? "";
        var error = refused?.Errors.GetValueOrDefault(field.Name);
        var attributes = $"id=\"{id}\" name=\"{field.Name}\"{(field.IsRequired ? " required" : "")}{(error is null ? "" : $" aria-invalid=\"true\" aria-describedby=\"{id}-error\"")}";
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"voc-field\"><label for=\"{id}\">{Text(field.Label.In(culture))}");
        html.Append(field.IsRequired ? $" <span class=\"voc-required\">{Words("必須", "required", culture)}</span></label>" : "</label>");
        if (field.Choices.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<select {attributes}><option value=\"\">{Words("選択してください", "Please choose", culture)}</option>");
            foreach (var choice in field.Choices)
            {
                html.Append(CultureInfo.InvariantCulture, $"<option value=\"{Text(choice)}\"{(choice == value ? " selected" : "")}>{Text(choice)}</option>");
            }

            html.Append("</select>");
        }
        else if (field.Kind == ContactFieldKind.Message)
        {
            // A browser drops one line end right after the tag.
            html.Append(CultureInfo.InvariantCulture, $"<textarea {attributes} rows=\"8\" maxlength=\"{field.MaximumLength}\">\n{Text(value)}</textarea>");
        }
        else
        {
            html.Append(CultureInfo.InvariantCulture, $"<input {attributes} type=\"text\" maxlength=\"{field.MaximumLength}\" autocomplete=\"off\" value=\"{Text(value)}\">");
        }

        html.Append(error is null ? "</div>" : $"<p class=\"voc-error\" id=\"{id}-error\">{Text(error.In(culture))}</p></div>");
    }

    private static string Text(string text) => PublicMarkup.Text(text);

    private static string Words(string ja, string en, CultureInfo culture) => PublicMarkup.Words(ja, en, culture);
}
