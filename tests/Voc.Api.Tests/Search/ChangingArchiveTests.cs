using System.Net;
using System.Net.Http.Json;
using FsCheck;
using FsCheck.Fluent;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Api.Tests.Search.Differential;

namespace Voc.Api.Tests.Search;

/// <summary>Whatever happens to an archive, the service goes on finding what looking at every text finds.</summary>
public sealed class ChangingArchiveTests
{
    private enum Change
    {
        Send,
        Delete,
        Correct,
        AddWord,
        RemoveWord,
        AddSynonyms,
        ReadAnew,
    }

    [Fact]
    public void While_texts_come_and_go_labels_are_corrected_and_words_are_taught_every_answer_is_right() =>
        Prop.ForAll(Changes.ToArbitrary(), changes => CheckAsync(changes).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(3));

    private static Gen<IReadOnlyList<(Change Change, int Seed)>> Changes =>
        Gen.Zip(Gen.Frequency((3, Gen.Constant(Change.Send)), (5, Gen.Elements(Enum.GetValues<Change>()))), Gen.Choose(0, int.MaxValue)).ListOf(8)
            .Select(IReadOnlyList<(Change, int)> (changes) => [(Change.Send, 1), .. changes]);

    private static async Task CheckAsync(IReadOnlyList<(Change Change, int Seed)> changes)
    {
        await using var served = await ServedArchive.StartAsync();
        foreach (var (change, seed) in changes)
        {
            await MakeAsync(served, change, seed);
            var archive = served.Read();
            if (archive.Texts.Count == 0)
            {
                continue;
            }
            foreach (var request in AnyQuery.Requests(archive).Sample(12, new Rnd((ulong)seed, 3), 30))
            {
                var difference = await served.DifferenceAsync(archive, request);
                Assert.True(difference is null, difference);
            }
        }
    }

    private static async Task MakeAsync(ServedArchive served, Change change, int seed)
    {
        var (random, client) = (new Random(seed), served.Client);
        var texts = change == Change.Send ? [] : served.Read().Texts;
        switch (change)
        {
            case Change.Send:
                await served.SendAsync(AnyFeedback.One.Sample(10 + (seed % 50), new Rnd((ulong)seed, 5), 30));
                break;
            case Change.Delete:
                foreach (var text in texts.Where(_ => random.Next(4) == 0).ToList())
                {
                    Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/api/v1/feedback/{text.Id}")).StatusCode);
                }
                break;
            case Change.Correct:
                foreach (var text in texts.Where(_ => random.Next(6) == 0).ToList())
                {
                    var labels = new { sentiment = random.Next(2) == 0 ? "positive" : "negative", intents = random.Next(2) == 0 ? new[] { "praise" } : null, topics = random.Next(2) == 0 ? ["delivery.delay"] : Array.Empty<string>() };
                    await (await client.PutAsJsonAsync($"/api/v1/feedback/{text.Id}/labels", labels)).JsonAsync(HttpStatusCode.OK);
                }
                break;
            case Change.AddWord:
                // Not every stretch of a text may be a word.
                Assert.NotEqual(HttpStatusCode.NotFound, (await client.PostAsJsonAsync("/api/v1/dictionary", new { surface = Stretch(texts, random) })).StatusCode);
                await ReadAnewAsync(served);
                break;
            case Change.RemoveWord:
                foreach (var word in (await (await client.GetAsync("/api/v1/dictionary")).JsonAsync(HttpStatusCode.OK)).AsArray().Take(1))
                {
                    Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/api/v1/dictionary/{word!["id"]!.GetValue<int>()}")).StatusCode);
                }
                await ReadAnewAsync(served);
                break;
            case Change.AddSynonyms:
                Assert.NotEqual(HttpStatusCode.NotFound, (await client.PostAsJsonAsync("/api/v1/vocabulary/synonyms", new { words = new[] { "アプリ", "画面", Stretch(texts, random) } })).StatusCode);
                break;
            case Change.ReadAnew:
                await served.Server.Get<Reindexer>().RunAsync(restart: true, progress: null);
                break;
        }
    }

    private static string Stretch(IReadOnlyList<PlainText> texts, Random random)
    {
        var text = texts.Count == 0 ? "配送が遅い" : texts[random.Next(texts.Count)].Feedback.Text;
        var start = random.Next(text.Length);
        return text.Substring(start, Math.Min(random.Next(2, 8), text.Length - start)).Trim();
    }

    /// <summary>Waits until the texts that a word touches have been read anew.</summary>
    private static async Task ReadAnewAsync(ServedArchive served)
    {
        using var connection = served.Server.Get<Store>().Open();
        for (var i = 0; ReindexRun.OfService(connection) is { IsOpen: true }; i++)
        {
            Assert.True(i < 400, "Reading anew did not end.");
            await Task.Delay(50);
        }
    }
}
