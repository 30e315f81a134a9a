using System.Text.Json;
using Voc.Ingest;
using Voc.Ingest.Surveys.Hooks;

namespace Voc.Api.Sources.Bridges;

/// <summary>A service that posts to a source in its own format.</summary>
/// <param name="Name">Its name in the settings, as <c>provider</c>.</param>
/// <param name="GivesSecret">Whether it makes the secret; else the secret is made here and entered there.</param>
internal sealed record BridgeProvider(string Name, bool GivesSecret);

/// <summary>The kinds of sources that services of others post to in formats of their own.</summary>
internal static class BridgeKinds
{
    public const string Mail = "mail";
    public const string SurveyHook = "survey-hook";

    public static readonly BridgeProvider SendGrid = new("sendgrid", GivesSecret: false);
    public static readonly BridgeProvider Mailgun = new("mailgun", GivesSecret: true);

    private static readonly Dictionary<string, BridgeProvider[]> Providers = new()
    {
        [Mail] = [SendGrid, Mailgun],
        [SurveyHook] = [new("typeform", GivesSecret: false), new("formbricks", GivesSecret: true), new("script", GivesSecret: false)],
    };

    /// <summary>All of them.</summary>
    public static readonly string[] All = [.. Providers.Keys];

    /// <summary>The provider that posts to a source; null for none or another kind. A source of mails without one is for files.</summary>
    public static BridgeProvider? Provider(string kind, JsonElement settings) =>
        Providers.TryGetValue(kind, out var known) && Named(settings) is { } name ? known.FirstOrDefault(provider => provider.Name == name) : null;

    /// <summary>What is wrong with the settings of such a source, by field.</summary>
    public static IReadOnlyList<Violation> Check(string kind, JsonElement settings, bool hasSecret) =>
        !Providers.TryGetValue(kind, out var known) ? []
        : Provider(kind, settings) is not { } provider ? (kind == Mail && Named(settings) is null ? [] : [NoProvider(known)])
        : provider.GivesSecret && !hasSecret ? [NoSecret]
        : kind == SurveyHook && HookSettings.Read(settings) is null ? [BadNames]
        : [];

    /// <summary>Whether with other settings the secret would stand for another service.</summary>
    public static bool Moves(string kind, JsonElement before, JsonElement after) => Provider(kind, before) != Provider(kind, after);

    public static readonly LocalizedText Fixed = new(
        "受け取り元は後から変えられません。別のソースを追加してください。",
        "The provider cannot be changed afterwards. Add another source.");

    private static Violation BadNames => new("settings.names", new(
        "settings.names は {\"質問の番号\": \"名前\"} の形で 200 個以内にしてください。", "settings.names is {\"identifier of a question\": \"name\"}, at most 200 of them."));

    private static Violation NoSecret => new("secret", new(
        "受け取り元の署名用の秘密鍵を入れてください。", "Enter the secret with which the provider signs."));

    private static Violation NoProvider(BridgeProvider[] known) => new("settings.provider", new(
        $"受け取り元は {string.Join("、", known.Select(p => p.Name))} から選んでください。",
        $"Choose the provider from {string.Join(", ", known.Select(p => p.Name))}."));

    private static string? Named(JsonElement settings) =>
        settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty("provider", out var provider) && provider.ValueKind != JsonValueKind.Null ? provider.ToString() : null;
}
