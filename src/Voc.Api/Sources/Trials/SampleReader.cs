using System.Text;
using System.Text.Json;
using Voc.Api.Imports.Folders;
using Voc.Api.Sources.Bridges;
using Voc.Api.Storage;
using Voc.Ingest;
using Voc.Ingest.Files;
using Voc.Ingest.Mapping;
using Voc.Ingest.Social;
using Voc.Ingest.Social.Platforms;
using Voc.Ingest.Submissions;
using Voc.Ingest.Surveys.Hooks;

namespace Voc.Api.Sources.Trials;

/// <summary>Reads an example as the source would read the real thing, by the same parts, and stores nothing.</summary>
internal sealed class SampleReader(IngestContext context, FileImport files, TimeProvider time)
{
    private static readonly LocalizedText NoEvents = new(
        "LINE の Webhook の形ではありません。{\"events\": […]} の JSON を入れてください。", "This is no webhook of LINE. Give JSON like {\"events\": […]}.");

    private static readonly LocalizedText BrokenJson = new("JSON として読めません。かっこや引用符の対応を確かめてください。", "This is no JSON. Check brackets and quotes.");

    /// <summary>The rows it gives; what is wrong with it as a whole is added to the problems.</summary>
    public IReadOnlyList<IngestedRow> Read(SourceRow source, JsonElement settings, string sample, List<LocalizedText> problems)
    {
        var body = Encoding.UTF8.GetBytes(sample);
        LocalizedText? problem = null;
        IReadOnlyList<IngestedRow> rows = source.Kind switch
        {
            SourceKinds.Form or SourceKinds.Notes => [Take(source, sample)],
            SourceKinds.Api => Json(source, body, ref problem),
            SourceKinds.Webhook => Webhook.Read(body, new SocialPosts(context, source.Name, source.Channel), out problem),
            BridgeKinds.SurveyHook => SurveyHook.Read(
                BridgeKinds.Provider(source.Kind, settings)!.Name, body, new SurveyResponseIntake(context, source.Name, source.Channel, HookSettings.Read(settings) ?? new()), out problem),
            SocialPlatforms.LineKind => Events(source, settings, body, ref problem),
            BridgeKinds.Mail => File(source, body, "mail.eml", null, ref problem),
            SourceKinds.Folder => File(source, body, "sample.csv", FolderSettings.Of(settings), ref problem),
            _ => File(source, body, "sample.csv", null, ref problem),
        };
        if (problem is not null)
        {
            problems.Add(problem);
        }
        return rows;
    }

    /// <summary>What is wrong with the signature of an example, or null; kinds that are not signed have none.</summary>
    public LocalizedText? Refusal(SourceRow source, JsonElement settings, string? secret, string sample, IReadOnlyDictionary<string, string> headers)
    {
        var (body, given) = (Encoding.UTF8.GetBytes(sample), new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase));
        return source.Kind switch
        {
            SourceKinds.Webhook => Webhook.Refusal(secret ?? "", given.GetValueOrDefault(Webhook.TimestampHeader), given.GetValueOrDefault(Webhook.SignatureHeader), body, time.GetUtcNow()),
            SocialPlatforms.LineKind => Line.Refusal(secret ?? "", given.GetValueOrDefault(Line.SignatureHeader), body),
            BridgeKinds.SurveyHook => SurveyHook.Refusal(BridgeKinds.Provider(source.Kind, settings)!.Name, secret ?? "", given.GetValueOrDefault, body, time.GetUtcNow()),
            _ => null,
        };
    }

    private IngestedRow Take(SourceRow source, string text) =>
        new FeedbackIntake(context).Take(0, new FeedbackDraft { Source = source.Name, ExternalId = "test", Channel = source.Channel, Text = text });

    private IReadOnlyList<IngestedRow> Json(SourceRow source, byte[] body, ref LocalizedText? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return [.. new FeedbackJson(context, new JsonDefaults(source.Name)).ReadAll(document.RootElement)];
        }
        catch (JsonException)
        {
            problem = BrokenJson;
            return [];
        }
    }

    private IReadOnlyList<IngestedRow> Events(SourceRow source, JsonElement settings, byte[] body, ref LocalizedText? problem)
    {
        if (Line.Read(body) is not { } events)
        {
            problem = NoEvents;
            return [];
        }
        var sorted = new PostIntake(context, source.Name, source.Channel, source.Kind, SocialPlatforms.Read(settings) ?? new()).Sort(events.Posts);
        return [.. sorted.Wanted.Select(post => new AcceptedRow(0, post.Feedback)), .. sorted.Rejected];
    }

    private IReadOnlyList<IngestedRow> File(SourceRow source, byte[] body, string name, FolderSettings? folder, ref LocalizedText? problem)
    {
        try
        {
            using var stream = new MemoryStream(body);
            return files.Preview(stream, new FileRequest(name, source.Name)
            {
                Channel = source.Channel,
                Preset = string.IsNullOrWhiteSpace(folder?.Preset) ? null : folder.Preset,
                Mapping = folder?.MappingJson is { } mapping ? FieldMapping.Parse(mapping) : null,
            }).Rows;
        }
        catch (UnreadableFileException unreadable)
        {
            problem = unreadable.Problem;
            return [];
        }
    }
}
