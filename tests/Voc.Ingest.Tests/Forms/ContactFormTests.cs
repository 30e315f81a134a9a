using System.Text.Json;
using Voc.Ingest.Forms;

namespace Voc.Ingest.Tests.Forms;

public sealed class ContactFormTests
{
    [Fact]
    public void Settings_make_a_form_and_what_is_left_out_has_its_usual_value()
    {
        var form = Read("""
            {"allowedOrigins":["https://www.example.co.jp","http://localhost:3000","https://*.example.jp"],"thanks":{"ja":"どうも","en":"Thanks"},
             "fields":[{"name":"message","kind":"message","label":{"ja":"内容","en":"Message"}},
                       {"name":"area","kind":"text","label":{"ja":"地域","en":"Area"},"options":["東","西"],"required":true},
                       {"name":"nps","kind":"nps","label":{"ja":"推奨度","en":"Recommend"}}]}
            """, out var violations);

        Assert.Empty(violations);
        Assert.Equal(("k", "s", "どうも", "お問い合わせ"), (form!.PublicKey, form.Source, form.Thanks.Ja, form.Title.Ja));
        Assert.Equal([ContactFieldKind.Message, ContactFieldKind.Text, ContactFieldKind.Nps], form.Fields.Select(field => field.Kind));
        Assert.Contains(Read("{}", out _)!.Fields, field => field.Kind == ContactFieldKind.Message);
        Assert.NotNull(Read("null", out _));
    }

    [Theory]
    [InlineData("""{"allowedOrigins":["https://example.jp/path"]}""", "settings.allowedOrigins[0]")]
    [InlineData("""{"allowedOrigins":["*"]}""", "settings.allowedOrigins[0]")]
    [InlineData("""{"allowedOrigins":["https://a.example",null]}""", "settings.allowedOrigins[1]")]
    [InlineData("""{"allowedOrigins":"https://a.example"}""", "settings.allowedOrigins")]
    [InlineData("""{"fields":[{"name":"x","kind":"file","label":{"ja":"a","en":"a"}}]}""", "settings.fields[0].kind")]
    [InlineData("""{"fields":[{"name":"x","kind":"text","label":{"ja":"a","en":"a"}}]}""", "settings.fields")]
    [InlineData("""{"fields":[{"name":"_token","kind":"message","label":{"ja":"a","en":"a"}}]}""", "settings.fields[0]")]
    [InlineData("""{"fields":[{"name":"homepage","kind":"message","label":{"ja":"a","en":"a"}}]}""", "settings.fields[0]")]
    [InlineData("""{"fields":[{"name":"m","kind":"message","label":{"ja":"a"}}]}""", "settings.fields[0]")]
    [InlineData("""{"fields":[{"name":"m","kind":"message","label":{"ja":"a","en":"a"},"options":[""]}]}""", "settings.fields[0]")]
    [InlineData("""{"fields":[{"name":"m","kind":"message","label":{"ja":"a","en":"a"}},{"name":"m","kind":"text","label":{"ja":"a","en":"a"}}]}""", "settings.fields")]
    [InlineData("""{"fields":[{"kind":"message"}]}""", "settings.fields[0]")]
    [InlineData("[]", "settings")]
    [InlineData("7", "settings")]
    public void Settings_that_cannot_be_used_are_named(string settings, string field)
    {
        Assert.Null(Read(settings, out var violations));
        Assert.Equal(field, violations[0].Field);
    }

    private static ContactForm? Read(string settings, out IReadOnlyList<Violation> violations)
    {
        using var json = JsonDocument.Parse(settings);
        return ContactForm.FromSettings("k", "s", json.RootElement, out violations);
    }
}
