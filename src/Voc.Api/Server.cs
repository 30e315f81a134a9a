using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Voc.Api.Access;
using Voc.Api.Alerts;
using Voc.Api.Corrections;
using Voc.Api.DeadLetters;
using Voc.Api.Exports;
using Voc.Api.Feedbacks;
using Voc.Api.Forms;
using Voc.Api.Imports;
using Voc.Api.Imports.Folders;
using Voc.Api.Issues;
using Voc.Api.Issues.Grouping;
using Voc.Api.Issues.Severity;
using Voc.Api.Issues.Silences;
using Voc.Api.Live;
using Voc.Api.Mail;
using Voc.Api.Masking;
using Voc.Api.Mining;
using Voc.Api.Models;
using Voc.Api.Notes;
using Voc.Api.Pipeline;
using Voc.Api.Problems;
using Voc.Api.Reading;
using Voc.Api.Replays;
using Voc.Api.SavedSearches;
using Voc.Api.Search;
using Voc.Api.Snippets;
using Voc.Api.Sources;
using Voc.Api.Sources.Flow;
using Voc.Api.Storage;
using Voc.Api.Surveys;
using Voc.Api.Trends;
using Voc.Api.Vocabulary;
using Voc.Api.Webhooks;
using Voc.Dashboard.Live;
using Voc.Ingest;
using Voc.Ingest.Files;
using Voc.Ingest.Masking;
using Voc.Ingest.Notes;
using Voc.Ingest.Submissions;

namespace Voc.Api;

/// <summary>The web service: what it is made of, and in which order a request passes through it.</summary>
internal static class Server
{
    /// <summary>Makes the service. The store must have been migrated.</summary>
    public static WebApplication Build(VocOptions options, string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddVoc(options);
        AddWeb(builder.Services, options);
        configure?.Invoke(builder);
        var app = builder.Build();
        UseWeb(app);
        MapAll(app);
        return app;
    }

    /// <summary>The stages from inbox to issues, shared by the service and the command line.</summary>
    public static IServiceCollection AddVoc(this IServiceCollection services, VocOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Store>();
        services.AddDbContext<VocDbContext>((provider, db) => provider.GetRequiredService<Store>().Configure(db));
        services.AddSingleton<GroupCommitWriter>();
        services.AddSingleton<EventLog>();
        services.AddSingleton<SourceDirectory>();
        services.AddSingleton<PipelineMetrics>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<PipelineLock>();
        services.AddSingleton(provider => new IngestContext(options.Zone, new CustomerPseudonyms(PseudonymKey.Of(options)), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<MaskingInUse>(), provider.GetRequiredService<OriginalVault>().Keep));
        services.AddMasking(options);
        services.AddSingleton<FeedbackIntake>();
        services.AddSingleton<SourceRefusals>();
        services.AddSingleton<Intake>();
        services.AddSingleton<DeadLetterBook>();
        services.AddSingleton<DeadLetterRetry>();
        services.AddSingleton<JsonLinesSubmission>();
        services.AddSingleton<FileImport>();
        services.AddSingleton<RowImport>();
        services.AddSingleton<Backlog>();
        services.AddReading(options);
        services.AddSingleton<TopicNames>();
        services.AddHostedService<AnalysisWorkers>();
        services.AddSingleton<FeedbackReader>();
        services.AddSingleton<SimilarReader>();
        services.AddSingleton<TrendReader>();
        services.AddSingleton<IssueCalendar>();
        services.AddSingleton<IssueReader>();
        services.AddSingleton<IssueBoard>();
        services.AddSingleton<IssueContrastReader>();
        services.AddSingleton<SimilarIssues>();
        services.AddSingleton<CurrentIndex>();
        services.AddSingleton<CurrentSynonyms>();
        services.AddSingleton<WordKnowledge>();
        services.AddSingleton<ArchiveSearch>();
        services.AddSingleton<QueryExplainer>();
        services.AddSingleton<ArchiveNames>();
        services.AddSingleton<Reindexer>();
        services.AddSingleton(provider => new ExportColumns(provider.GetRequiredService<TopicNames>(), options.Zone));
        services.AddSingleton<Exporter>();
        services.AddSingleton<DetectionSettings>();
        services.AddSingleton<DetectionSlices>();
        services.AddSingleton<IssueTriage>();
        services.AddIssueGrouping();
        services.AddSingleton<SeverityBook>();
        services.AddSingleton<IssueComments>();
        services.AddSingleton<CorrectionBook>();
        services.AddSingleton<FeedbackDeletion>();
        return services;
    }

    private static void AddWeb(IServiceCollection services, VocOptions options)
    {
        services.AddAccess(options);
        services.AddSingleton(provider => new FeedbackJson(provider.GetRequiredService<IngestContext>(), new JsonDefaults()));
        services.AddSingleton<SavedNames>();
        services.AddSingleton<Suggestions>();
        services.AddHostedService<IndexFollower>();
        services.AddSingleton<CallNotes>();
        services.AddSingleton<SnippetBook>();
        services.AddSingleton<NoteBook>();
        services.AddSingleton<NoteChange>();
        services.AddSingleton<RelatedReader>();
        services.AddSingleton<ImportStore>();
        services.AddSingleton<ImportUndo>();
        services.AddSingleton<ImportRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportRunner>());
        services.AddHostedService<WatchedFolders>();
        services.AddSingleton<ExportStore>();
        services.AddSingleton<ExportColumnNames>();
        services.AddSingleton<ExportRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ExportRunner>());
        services.AddSingleton<ILiveEvents, LiveEvents>();
        services.AddSingleton<LiveFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveFeed>());
        // Only the service judges; what a command brings in is judged when the service starts.
        services.AddHostedService<IssueDetectionService>();
        services.AddSingleton<DetectorFile>();
        services.AddSingleton<NewDetectors>();
        services.AddSingleton<Arrivals>();
        services.AddSingleton<SilenceService>();
        services.AddHostedService(provider => provider.GetRequiredService<SilenceService>());
        services.AddSingleton<IssueFollowUp>();
        services.AddHostedService(provider => provider.GetRequiredService<IssueFollowUp>());
        services.AddReplays();
        services.AddSingleton<LiveSubscriptions>();
        services.AddMining();
        services.AddTeaching();
        services.AddMaskingRules();
        services.AddSources(options);
        services.AddSurveys();
        services.AddOutgoingWebhooks();
        services.AddMail();
        services.AddAlertRules();
        services.AddSavedSearches();
        services.AddSignalR().AddJsonProtocol(json => ConfigureJson(json.PayloadSerializerOptions));
        services.ConfigureHttpJsonOptions(json => ConfigureJson(json.SerializerOptions));
        services.AddOpenApi("v1", openApi => openApi.AddOperationTransformer(ListParameters.MayBeLeftOut).AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Voc API";
            document.Info.Version = "v1";
            return Task.CompletedTask;
        }));
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ProblemStatus.Describe);
        services.AddExceptionHandler<ProblemExceptionHandler>();
        // Otherwise a body or parameter that cannot be read is answered without saying where and why.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddHostedService<MetricsExport>();
        services.AddResponseCompression(compression => compression.EnableForHttps = false);
        services.Configure<ForwardedHeadersOptions>(headers => headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.AddRequestLocalization(localization =>
        {
            CultureInfo[] cultures = [new("ja"), new("en")];
            localization.DefaultRequestCulture = new RequestCulture("ja");
            localization.SupportedCultures = cultures;
            localization.SupportedUICultures = cultures;
            // A link to a file has no headers of its own, so what it opens may say its language in the address.
            localization.RequestCultureProviders = [new QueryStringRequestCultureProvider { QueryStringKey = "lang", UIQueryStringKey = "lang" }, new AcceptLanguageHeaderRequestCultureProvider()];
        });
    }

    /// <summary>JSON as the API writes it, for commands that print the same.</summary>
    public static JsonSerializerOptions Json { get; } = MakeJson();

    private static JsonSerializerOptions MakeJson()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ConfigureJson(json);
        return json;
    }

    private static void ConfigureJson(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        json.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        json.NumberHandling = JsonNumberHandling.Strict;
        json.MaxDepth = 32;
    }

    private static void UseWeb(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseRequestLocalization();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseDefaultFiles();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseSameOriginForCookies();
    }

    private static void MapAll(WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapSession();
        api.MapPeople();
        api.MapFeedback();
        api.MapCorrections();
        api.MapReading();
        api.MapDictionary();
        api.MapSynonyms();
        api.MapLexicon();
        api.MapTaxonomy();
        api.MapModels();
        api.MapNotes();
        api.MapSnippets();
        api.MapImports();
        api.MapDeadLetters();
        api.MapMasking();
        api.MapTrends();
        api.MapSources();
        api.MapSurveys();
        api.MapSearch();
        api.MapMining();
        api.MapSavedSearches();
        api.MapAlerts();
        api.MapOutgoingWebhooks();
        api.MapDeliveries();
        api.MapAlertRules();
        api.MapMail();
        api.MapExports();
        api.MapIssues();
        api.MapIssueGrouping();
        api.MapSeverity();
        api.MapDetectionSetting();
        api.MapDetectionSlices();
        api.MapReplays();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapForms();
        app.MapSurveyPages();
        app.MapWebhooks();
        app.MapHealth();
        app.MapHub<LiveHub>(LiveMessages.Path).RequireAuthorization(Policies.Read);
        // Pages of the dashboard have addresses of their own; the client routes them.
        app.MapFallbackToFile("index.html").AllowAnonymous();
        // As a RequestDelegate: the generator that binds other delegates when the program is built would leave out the pattern.
        app.MapFallback("/api/{**rest}", NoSuchApi).AllowAnonymous();
    }

    private static Task NoSuchApi(HttpContext http) => Problem.Of(
        404,
        new("この API はないか、このメソッドや Content-Type では使えません。", "There is no such API, or not for this method or Content-Type."),
        new("/openapi/v1.json を確認し、本文は Content-Type: application/json で送ってください。", "See /openapi/v1.json, and send bodies with Content-Type: application/json.")).ExecuteAsync(http);
}
