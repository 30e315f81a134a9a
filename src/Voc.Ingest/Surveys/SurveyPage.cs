using System.Globalization;
using System.Text;
using Voc.Ingest.Forms;

namespace Voc.Ingest.Surveys;

/// <summary>Writes a survey as a page, which works without JavaScript and in a frame of the sites the survey allows. It holds no script.</summary>
public static class SurveyPage
{
    private static readonly string StyleSheet = FormAssets.StyleSheet + FormAssets.Read("survey.css", "Surveys");

    /// <summary>The <c>Content-Security-Policy</c> header for the page of a survey.</summary>
    public static string ContentSecurityPolicy(Survey? survey) => PublicMarkup.ContentSecurityPolicy(StyleSheet, survey?.AllowedOrigins ?? []);

    /// <summary>The page with the questions.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="culture">Japanese for a Japanese culture, else English.</param>
    /// <param name="token">A token of <see cref="FormTokens"/>.</param>
    /// <param name="invitation">Token of the invitation in the address, or null.</param>
    /// <param name="refused">The answer to an earlier attempt, whose values are filled in again, or null.</param>
    public static string Render(Survey survey, CultureInfo culture, string token, string? invitation, FormAnswer? refused = null)
    {
        ArgumentNullException.ThrowIfNull(survey);
        var html = PublicMarkup.Start(survey.Title, culture, StyleSheet);
        html.Append("<form class=\"voc-form voc-survey\" method=\"post\"><h1>").Append(PublicMarkup.Text(survey.Title.In(culture))).Append("</h1>");
        if (survey.Introduction.Ja.Length > 0)
        {
            html.Append("<p class=\"voc-introduction\">").Append(PublicMarkup.Text(survey.Introduction.In(culture))).Append("</p>");
        }

        if (refused is not null)
        {
            html.Append("<p class=\"voc-status voc-failed\" role=\"alert\">").Append(PublicMarkup.Text(refused.Message.In(culture))).Append("</p>");
        }

        foreach (var question in survey.Questions)
        {
            SurveyQuestionMarkup.Append(html, question, culture, refused);
        }

        PublicMarkup.AppendDefences(html, token, refused);
        html.Append("<button type=\"submit\">").Append(PublicMarkup.Words("回答を送信", "Send answers", culture)).Append("</button>");
        AppendLanguage(html, survey, culture, invitation);
        return PublicMarkup.End(html.Append("</form>"));
    }

    /// <summary>A page that only says something: thanks, or why there is nothing to answer.</summary>
    /// <param name="survey">The survey, or null where there is none.</param>
    /// <param name="culture">Japanese for a Japanese culture, else English.</param>
    /// <param name="message">What it says.</param>
    public static string RenderMessage(Survey? survey, CultureInfo culture, LocalizedText message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var title = survey?.Title ?? new Survey().Title;
        return PublicMarkup.End(PublicMarkup.Start(title, culture, StyleSheet).Append("<div class=\"voc-form voc-survey\"><h1>").Append(PublicMarkup.Text(title.In(culture)))
            .Append("</h1><p role=\"status\">").Append(PublicMarkup.Text(message.In(culture))).Append("</p></div>"));
    }

    private static void AppendLanguage(StringBuilder html, Survey survey, CultureInfo culture, string? invitation)
    {
        if (!survey.HasEnglish)
        {
            return;
        }

        var query = invitation is null ? "" : $"t={Uri.EscapeDataString(invitation)}&amp;";
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"voc-language\"><a href=\"?{query}lang=")
            .Append(PublicMarkup.Words("en\" lang=\"en\" hreflang=\"en\">English", "ja\" lang=\"ja\" hreflang=\"ja\">日本語", culture)).Append("</a></p>");
    }
}
