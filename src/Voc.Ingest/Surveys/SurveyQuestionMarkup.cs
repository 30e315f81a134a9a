using System.Globalization;
using System.Text;
using Voc.Ingest.Forms;

namespace Voc.Ingest.Surveys;

/// <summary>Writes one question: a scale as a row of numbers, a choice as a list, free text as a box.</summary>
internal static class SurveyQuestionMarkup
{
    public static void Append(StringBuilder html, SurveyQuestion question, CultureInfo culture, FormAnswer? refused)
    {
        var id = $"voc-{question.Name}";
        var value = refused?.Values.GetValueOrDefault(question.Name) ?? "";
        var error = refused?.Errors.GetValueOrDefault(question.Name);
        var described = error is null ? "" : $" aria-invalid=\"true\" aria-describedby=\"{id}-error\"";
        var label = PublicMarkup.Text(question.Label.In(culture))
            + (question.Required ? $" <span class=\"voc-required\">{PublicMarkup.Words("必須", "required", culture)}</span>" : "");
        if (question.Kind == SurveyQuestionKind.Text)
        {
            // A browser drops one line end right after the tag.
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"voc-field\"><label for=\"{id}\">{label}</label><textarea id=\"{id}\" name=\"{question.Name}\" rows=\"4\" maxlength=\"{question.MaximumLength}\"{Required(question)}{described}>\n{PublicMarkup.Text(value)}</textarea>");
            AppendError(html, id, error, culture).Append("</div>");
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<fieldset class=\"voc-field\"{described}><legend>{label}</legend>");
        AppendChoices(html, question, id, value);
        if (question.IsScale)
        {
            AppendEnds(html, question, culture);
        }

        AppendError(html, id, error, culture).Append("</fieldset>");
    }

    private static void AppendChoices(StringBuilder html, SurveyQuestion question, string id, string value)
    {
        html.Append(question.IsScale ? $"<div class=\"voc-scale voc-numbers-{question.Choices.Count}\">" : "<div class=\"voc-choices\">");
        for (var i = 0; i < question.Choices.Count; i++)
        {
            var choice = PublicMarkup.Text(question.Choices[i]);
            var isChosen = question.Choices[i] == value ? " checked" : "";
            html.Append(CultureInfo.InvariantCulture, $"<label for=\"{id}-{i}\"><input type=\"radio\" id=\"{id}-{i}\" name=\"{question.Name}\" value=\"{choice}\"{Required(question)}{isChosen}><span>{choice}</span></label>");
        }

        html.Append("</div>");
    }

    private static void AppendEnds(StringBuilder html, SurveyQuestion question, CultureInfo culture)
    {
        var (low, high) = question.Kind switch
        {
            SurveyQuestionKind.Nps => (new LocalizedText("まったく勧めない", "Not at all likely"), new LocalizedText("ぜひ勧めたい", "Extremely likely")),
            SurveyQuestionKind.Csat => (new LocalizedText("とても不満", "Very dissatisfied"), new LocalizedText("とても満足", "Very satisfied")),
            _ => (new LocalizedText("とても難しかった", "Very difficult"), new LocalizedText("とても簡単だった", "Very easy")),
        };
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"voc-ends\"><span>{question.Scale.Low}：{low.In(culture)}</span><span>{question.Scale.High}：{high.In(culture)}</span></p>");
    }

    private static StringBuilder AppendError(StringBuilder html, string id, LocalizedText? error, CultureInfo culture) =>
        error is null ? html : html.Append(CultureInfo.InvariantCulture, $"<p class=\"voc-error\" id=\"{id}-error\">{PublicMarkup.Text(error.In(culture))}</p>");

    private static string Required(SurveyQuestion question) => question.Required ? " required" : "";
}
