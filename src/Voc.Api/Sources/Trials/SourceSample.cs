using Voc.Api.Sources.Bridges;
using Voc.Api.Storage;
using Voc.Ingest.Social.Platforms;

namespace Voc.Api.Sources.Trials;

/// <summary>Something a sender would send to a source, to try it with, and the command that sends it.</summary>
/// <param name="Payload">The body, file or text.</param>
/// <param name="Command">For a shell with <c>curl</c> and <c>openssl</c>; null where something else than a program sends.</param>
internal sealed record SourceSample(string Payload, string? Command = null)
{
    private const string Text = "蓋が閉まりません。";
    private const string Time = "2026-04-01T09:00:00+09:00";
    private const string Mail = $"From: taro@example.jp\nTo: voice@example.jp\nSubject: 蓋について\nDate: Wed, 1 Apr 2026 09:00:00 +0900\nMessage-ID: <test-1@example.jp>\nContent-Type: text/plain; charset=utf-8\n\n{Text}\n";

    private const string OwnSignature = """
        AT=$(date +%s)
        SIGNATURE=$(printf '%s.%s' "$AT" "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -hex | sed 's/.*= //')
        """;

    /// <summary>What to try a source with; null for one that is fetched.</summary>
    /// <param name="source">Its row.</param>
    /// <param name="origin">Scheme, host and port of this server.</param>
    public static SourceSample? Of(SourceRow source, string origin)
    {
        var address = $"{origin}/hooks/{source.Kind}/{source.PublicKey}";
        return source.Kind switch
        {
            SourceKinds.Api => Api(source, origin),
            SourceKinds.Import or SourceKinds.Folder => new($"日付,ご意見\n2026-04-01,{Text}\n"),
            SourceKinds.Form or SourceKinds.Notes => new(Text),
            SourceKinds.Webhook => Webhook(source, origin),
            BridgeKinds.Mail => OfMail(BridgeKinds.Provider(source.Kind, SourceInfo.Parse(source.Settings)), address),
            BridgeKinds.SurveyHook => OfSurvey(BridgeKinds.Provider(source.Kind, SourceInfo.Parse(source.Settings))?.Name, address),
            SocialPlatforms.LineKind => Line(address),
            _ => null,
        };
    }

    private static SourceSample Api(SourceRow source, string origin)
    {
        var body = $$"""{"source":"{{System.Text.Json.JsonEncodedText.Encode(source.Name, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}}","externalId":"test-1","channel":"{{source.Channel.Name()}}","text":"{{Text}}","occurredAt":"{{Time}}"}""";
        return new(body, Sending(body, $"curl {origin}/api/v1/feedback -H \"Authorization: Bearer $KEY\" -H \"Content-Type: application/json\" -d \"$BODY\""));
    }

    private static SourceSample Webhook(SourceRow source, string origin)
    {
        const string Body = $$"""{"id":"test-1","text":"{{Text}}","createdAt":"{{Time}}"}""";
        return new(Body, Sending(Body, $"{OwnSignature}\ncurl {origin}/hooks/{Uri.EscapeDataString(source.Name)} -H \"X-Voc-Timestamp: $AT\" -H \"X-Voc-Signature: sha256=$SIGNATURE\" -d \"$BODY\""));
    }

    private static SourceSample Line(string address)
    {
        const string Body = $$$"""{"events":[{"type":"message","mode":"active","timestamp":1775001600000,"source":{"type":"user","userId":"Utest"},"message":{"type":"text","id":"test-1","text":"{{{Text}}}"}}]}""";
        return new(Body, Sending(Body, $"""
            SIGNATURE=$(printf '%s' "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -binary | base64)
            curl {address} -H "X-Line-Signature: $SIGNATURE" -d "$BODY"
            """));
    }

    private static SourceSample OfMail(BridgeProvider? provider, string address) => new(Mail, provider?.Name switch
    {
        "sendgrid" => $"curl \"{address}?secret=$SECRET\" -F \"email=<mail.eml\"",
        "mailgun" => $"""
            AT=$(date +%s)
            TOKEN=test-$AT
            SIGNATURE=$(printf '%s%s' "$AT" "$TOKEN" | openssl dgst -sha256 -hmac "$SECRET" -hex | sed 's/.*= //')
            curl {address} -F timestamp=$AT -F token=$TOKEN -F signature=$SIGNATURE -F "body-mime=<mail.eml"
            """,
        _ => null,
    });

    private static SourceSample OfSurvey(string? provider, string address)
    {
        var (body, send) = provider switch
        {
            "typeform" => (
                $$$"""{"event_type":"form_response","form_response":{"token":"test-1","submitted_at":"{{{Time}}}","definition":{"fields":[{"id":"q1","title":"ご意見","type":"long_text"}]},"answers":[{"type":"text","text":"{{{Text}}}","field":{"id":"q1","type":"long_text"}}]}}""",
                $"""
                SIGNATURE=$(printf '%s' "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -binary | base64)
                curl {address} -H "Typeform-Signature: sha256=$SIGNATURE" -d "$BODY"
                """),
            "formbricks" => (
                $$$"""{"event":"responseFinished","data":{"id":"test-1","updatedAt":"{{{Time}}}","finished":true,"data":{"q1":"{{{Text}}}"} } }""",
                $$"""
                AT=$(date +%s)
                HEX=$(printf '%s' "${SECRET#whsec_}" | base64 -d | od -An -vtx1 | tr -d ' \n')
                SIGNATURE=$(printf 'test-1.%s.%s' "$AT" "$BODY" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$HEX -binary | base64)
                curl {{address}} -H "webhook-id: test-1" -H "webhook-timestamp: $AT" -H "webhook-signature: v1,$SIGNATURE" -d "$BODY"
                """),
            _ => (
                $$"""{"id":"test-1","submittedAt":"{{Time}}","answers":[{"id":"1","title":"ご意見","type":"PARAGRAPH_TEXT","value":"{{Text}}"}]}""",
                $"{OwnSignature}\ncurl {address} -H \"X-Voc-Timestamp: $AT\" -H \"X-Voc-Signature: sha256=$SIGNATURE\" -d \"$BODY\""),
        };
        return new(body, Sending(body, send));
    }

    /// <summary>In quotes that the shell leaves alone; a quote inside ends and begins them again.</summary>
    private static string Sending(string body, string command) => $"BODY='{body.Replace("'", "'\\''", StringComparison.Ordinal)}'\n{command.ReplaceLineEndings("\n")}";
}
