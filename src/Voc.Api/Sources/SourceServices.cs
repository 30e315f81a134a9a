using System.Security.Cryptography;
using System.Text;
using Quartz;
using Voc.Api.Sources.Flow;
using Voc.Api.Sources.Social;
using Voc.Api.Sources.Trials;
using Voc.Api.Storage;
using Voc.Ingest;
using Voc.Ingest.Fetching;
using Voc.Ingest.Forms;
using Voc.Ingest.Reviews;
using Voc.Ingest.Social.Platforms;

namespace Voc.Api.Sources;

internal static class SourceServices
{
    /// <summary>What reads pages on a schedule and receives forms and webhooks.</summary>
    public static void AddSources(this IServiceCollection services, VocOptions options)
    {
        services.AddSingleton<SourceSecrets>();
        services.AddSingleton(provider => new PageFetcher(new FetchOptions { AllowedHosts = options.FetchHosts }, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ReviewPageReader>();
        services.AddSingleton(provider => new SocialClient(new FetchOptions { AllowedHosts = options.FetchHosts }, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SocialPlatforms>();
        services.AddSingleton<SocialArchive>();
        services.AddSingleton<SocialChecks>();
        services.AddSingleton<SocialRuns>();
        services.AddSingleton<SocialStreamReader>();
        services.AddHostedService<SocialStreams>();
        services.AddSingleton<SourceReader>();
        services.AddSingleton<SourceRuns>();
        services.AddSingleton<SourceFlows>();
        services.AddSingleton<SampleReader>();
        services.AddSingleton<FolderTrial>();
        services.AddSingleton<SourceTrial>();
        services.AddSingleton(provider => new FormTokens(FormKey(options), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new FormRateLimiter(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new FormReceiver(
            provider.GetRequiredService<IngestContext>(), provider.GetRequiredService<FormTokens>(), provider.GetRequiredService<FormRateLimiter>()));
        services.AddQuartz(quartz => quartz.ScheduleJob<DueSources>(trigger => trigger
            .StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(DueSources.Interval).RepeatForever())));
        services.AddQuartzHostedService();
    }

    /// <summary>Tokens of forms need a key that survives restarts but is not the pseudonyms' own.</summary>
    private static byte[] FormKey(VocOptions options) => HMACSHA256.HashData(PseudonymKey.Of(options), Encoding.UTF8.GetBytes("form tokens"));
}
