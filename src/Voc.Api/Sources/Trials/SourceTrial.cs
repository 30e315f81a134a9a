using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Feedbacks;
using Voc.Api.Forms;
using Voc.Api.Pipeline;
using Voc.Api.Problems;
using Voc.Api.Sources.Bridges;
using Voc.Api.Sources.Social;
using Voc.Api.Storage;
using Voc.Ingest;
using Voc.Ingest.Reviews;
using Voc.Ingest.Social.Platforms;

namespace Voc.Api.Sources.Trials;

/// <summary>What to try a source with that things are sent to; an example where nothing is given.</summary>
/// <param name="Sample">A body, file or text as a sender would send it.</param>
/// <param name="Headers">The headers with its signature, to check that too.</param>
internal sealed record SourceTest(string? Sample, Dictionary<string, string>? Headers);

/// <summary>Something a source would bring in, masked as it would be stored.</summary>
internal sealed record TrialItem(string Text, DateTimeOffset OccurredAt);

/// <summary>What came of trying a source; nothing was stored.</summary>
/// <param name="Works">Whether it can be read, or can receive.</param>
/// <param name="Message">What that means, and what to do next.</param>
/// <param name="Problems">What went wrong, in plain words.</param>
/// <param name="Items">The first that would be brought in.</param>
/// <param name="Sample">What it was tried with; null for a source that is fetched.</param>
/// <param name="Command">How to send an example for real, with the secret in <c>$SECRET</c> or the API key in <c>$KEY</c>; null where that is not done by a program.</param>
internal sealed record TrialAnswer(bool Works, string Message, IReadOnlyList<string> Problems, IReadOnlyList<TrialItem> Items, string? Sample = null, string? Command = null);

/// <summary>
/// Tries a source as it is set up. What is fetched is fetched now and shown; of what is sent to us all is checked that must be right on
/// our side, and an example is read as it would be. Nothing is stored.
/// </summary>
internal sealed class SourceTrial(
    SourceReader reader, SocialPlatforms platforms, SourceSecrets secrets, SampleReader samples, FolderTrial folders, IngestContext context, Inbox inbox, VocOptions options, TimeProvider time)
{
    private const int Shown = 10;

    private static readonly LocalizedText LostSecret = new(
        "保存した秘密鍵を読み出せません。秘密鍵を入れ直すか、ソースを作り直してください。",
        "The stored secret cannot be read. Enter it again, or add the source anew.");

    private static readonly LocalizedText Full = new(
        "分析待ちの声が多いため、いまは受け取れません。しばらくすると自動で受け取れるようになります。",
        "So much waits for analysis that nothing can be taken in now. It goes on by itself.");

    private static readonly LocalizedText Fails = new("このままでは取り込めません。次の点を直してください。", "Nothing can be taken in like this. Mend the following.");

    public static async Task<Results<Ok<TrialAnswer>, ProblemHttpResult>> Try(int id, SourceTest body, VocDbContext db, SourceTrial trial, HttpRequest request, CancellationToken cancellationToken) =>
        await db.Sources.FindAsync([id], cancellationToken) is { } source
            ? TypedResults.Ok(SourceKinds.Fetched.Contains(source.Kind) ? await trial.FetchAsync(source, cancellationToken) : trial.Receive(source, body, PublicAnswers.Own(request)))
            : Problem.NotFound("source", id);

    private async Task<TrialAnswer> FetchAsync(SourceRow source, CancellationToken cancellationToken)
    {
        if (SourceKinds.IsPlatform(source.Kind))
        {
            var access = new PlatformAccess(SocialPlatforms.Read(SourceInfo.Parse(source.Settings)) ?? new(), secrets.Read(source));
            var intake = new PostIntake(context, source.Name, source.Channel, source.Kind, access.Settings);
            var found = await SocialPreviews.TryAsync(platforms.Of(source.Kind), access, intake, time.GetUtcNow(), cancellationToken);
            return Found(found.Items.Count, found.Problems, [.. found.Items.Take(Shown).Select(i => new TrialItem(i.Text, i.OccurredAt))]);
        }
        var reading = await reader.ReadAsync(source, ReviewState.None, cancellationToken);
        var good = reading.Rows.OfType<AcceptedRow>().ToList();
        var bad = reading.Rows.OfType<RejectedRow>().Select(r => r.Message.Say()).Distinct();
        return Found(good.Count, [.. reading.Problem is { } problem ? [problem.Say()] : bad], Items(good));
    }

    private static TrialAnswer Found(int count, IReadOnlyList<string> problems, IReadOnlyList<TrialItem> items) => new(
        count > 0 || problems.Count == 0,
        (count > 0 ? new LocalizedText($"接続できました。{count} 件が対象です。", $"The connection works; {count} would be taken in.")
            : problems.Count == 0 ? new("接続できましたが、いま対象になるものはありません。", "The connection works, but there is nothing to take in now.")
            : Fails).Say(),
        problems, items);

    private TrialAnswer Receive(SourceRow source, SourceTest test, string origin)
    {
        var settings = SourceInfo.Parse(source.Settings);
        var secret = secrets.Read(source);
        var problems = new List<LocalizedText>(SourceKinds.Check(source.Kind, settings).Select(v => v.Message));
        if (!source.Enabled)
        {
            problems.Add(SourceProblems.Disabled(source.Name));
        }
        if (string.IsNullOrEmpty(secret) && (source.Kind is SourceKinds.Webhook or SocialPlatforms.LineKind || BridgeKinds.Provider(source.Kind, settings) is not null))
        {
            problems.Add(LostSecret);
        }
        if (inbox.Pending >= options.InboxCapacity)
        {
            problems.Add(Full);
        }
        LocalizedText? found = null;
        if (source.Kind == SourceKinds.Folder)
        {
            found = folders.Look(settings, problems);
        }
        var example = SourceSample.Of(source, origin);
        var sample = string.IsNullOrWhiteSpace(test.Sample) ? example?.Payload : test.Sample;
        IReadOnlyList<IngestedRow> rows = [];
        if (sample is not null && SourceKinds.Check(source.Kind, settings).Count == 0)
        {
            rows = samples.Read(source, settings, sample, problems);
            if (test.Headers is { Count: > 0 } headers && samples.Refusal(source, settings, secret, sample, headers) is { } refusal)
            {
                problems.Add(refusal);
            }
            problems.AddRange(rows.OfType<RejectedRow>().Select(r => r.Message).Distinct().Take(Shown));
        }
        var good = rows.OfType<AcceptedRow>().ToList();
        return new TrialAnswer(
            problems.Count == 0, (problems.Count > 0 ? Fails : found ?? Ready(source.Kind, test.Headers is { Count: > 0 })).Say(), [.. problems.Select(p => p.Say())], Items(good), sample, example?.Command);
    }

    private static IReadOnlyList<TrialItem> Items(List<AcceptedRow> rows) => [.. rows.Take(Shown).Select(r => new TrialItem(r.Feedback.Text, r.Feedback.OccurredAt))];

    private static LocalizedText Ready(string kind, bool isSigned) => kind switch
    {
        _ when isSigned => new("署名も内容も正しく、このまま取り込めます。", "Signature and content are right; it would be taken in like this."),
        SourceKinds.Form => new("受け取る準備ができています。フォームのページから 1 件送って確かめられます。", "Ready. Send something from the form's own page to see it arrive."),
        SourceKinds.Survey => new("回答を受け取る準備ができています。「アンケート」の配布 URL から 1 件答えて確かめられます。", "Ready for answers. Answer once at the survey's link to see it arrive."),
        SourceKinds.Notes => new("記録する準備ができています。「通話メモ」から 1 件書いて確かめられます。", "Ready. Write a call note to see it arrive."),
        SourceKinds.Import or BridgeKinds.Mail => new("取り込む準備ができています。下の例は、次のように取り込まれます。", "Ready. The example below would be taken in like this."),
        _ => new("受け取る準備ができています。下の例は次のように取り込まれます。コマンドで実際に 1 件送れます。", "Ready. The example below would be taken in like this; the command sends one for real."),
    };
}
