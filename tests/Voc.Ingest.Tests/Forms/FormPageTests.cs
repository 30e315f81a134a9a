using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HtmlAgilityPack;
using Voc.Ingest.Forms;

namespace Voc.Ingest.Tests.Forms;

public sealed class FormPageTests
{
    private const string Evil = "</script></textarea><script>alert(1)</script>\"'&\u2028";
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private static readonly ContactForm Form = new()
    {
        PublicKey = "k",
        Source = "s",
        Title = new("件名 " + Evil, "Title " + Evil),
        Thanks = new("感謝 " + Evil, "Thanks " + Evil),
        Fields =
        [
            new() { Name = "message", Kind = ContactFieldKind.Message, Label = new("内容" + Evil, "Message" + Evil) },
            new() { Name = "area", Kind = ContactFieldKind.Text, Label = new("地域", "Area"), Options = ["東", Evil] },
            new() { Name = "who", Kind = ContactFieldKind.Customer, Label = new("会員番号", "Customer number") },
        ],
    };

    [Fact]
    public void The_page_works_without_a_script_and_every_field_has_a_label()
    {
        var page = Parse(FormPage.Render(Form, Japanese, "tok"));

        Assert.Equal("ja", page.SelectSingleNode("//html")!.GetAttributeValue("lang", ""));
        Assert.Equal("post", page.SelectSingleNode("//form")!.GetAttributeValue("method", ""));
        Assert.Empty(page.SelectNodes("//script") ?? Enumerable.Empty<HtmlNode>());
        Assert.DoesNotContain(page.Descendants(), node => node.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style"));
        Assert.All(page.SelectNodes("//textarea|//select|//input[not(@type='hidden')]")!, control =>
            Assert.NotNull(page.SelectSingleNode($"//label[@for='{control.Id}']")));
        Assert.Equal("tok", page.SelectSingleNode("//input[@name='_token']")!.GetAttributeValue("value", ""));
        Assert.Equal(32, page.SelectSingleNode("//input[@name='_id']")!.GetAttributeValue("value", "").Length);
        Assert.Contains("必須", page.InnerText, StringComparison.Ordinal);
        Assert.Contains("required", Parse(FormPage.Render(Form, English, "tok")).InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_a_form_or_in_what_was_sent_becomes_markup()
    {
        var refused = new FormAnswer(400, new("だめ " + Evil, "No " + Evil))
        {
            Values = new Dictionary<string, string> { ["message"] = Evil, ["area"] = Evil, ["who"] = Evil, ["_id"] = Evil },
            Errors = new Dictionary<string, LocalizedText> { ["who"] = new(Evil, Evil) },
            Token = Evil,
        };

        foreach (var html in new[] { FormPage.Render(Form, Japanese, Evil, refused), FormPage.RenderThanks(Form, English) })
        {
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        }

        var page = Parse(FormPage.Render(Form, Japanese, "x", refused));
        Assert.Equal(Evil, System.Net.WebUtility.HtmlDecode(page.SelectSingleNode("//textarea")!.InnerText).TrimStart('\n'));
        Assert.Equal(Evil, System.Net.WebUtility.HtmlDecode(page.SelectSingleNode("//option[@selected]")!.GetAttributeValue("value", "")));
        Assert.Equal("voc-who-error", page.SelectSingleNode("//input[@name='who'][@aria-invalid='true']")!.GetAttributeValue("aria-describedby", ""));
    }

    [Fact]
    public void The_policy_allows_the_one_style_sheet_and_nothing_else()
    {
        var style = Parse(FormPage.Render(Form, Japanese, "x")).SelectSingleNode("//style")!.InnerHtml;

        Assert.Contains(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style))), FormPage.ContentSecurityPolicy(new ContactForm()), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", FormPage.ContentSecurityPolicy(new ContactForm()), StringComparison.Ordinal);
    }

    [Fact]
    public void No_value_can_end_the_script_it_stands_in()
    {
        var script = FormScript.Render(Form, new("https://voc.example/forms/k"), Evil);

        Assert.DoesNotContain("</script", script, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u2028', script);
        Assert.DoesNotContain("/*VOC_", script, StringComparison.Ordinal);
        Assert.DoesNotContain("cookie =", script, StringComparison.Ordinal);
    }

    private static HtmlNode Parse(string html)
    {
        var page = new HtmlDocument();
        page.LoadHtml(html);
        return page.DocumentNode;
    }
}
