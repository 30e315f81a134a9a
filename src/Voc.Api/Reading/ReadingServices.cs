using Voc.Analysis;
using Voc.Api.Feedbacks;
using Voc.Api.Models;
using Voc.Api.Storage;
using Voc.Api.Vocabulary;

namespace Voc.Api.Reading;

internal static class ReadingServices
{
    /// <summary>How texts are read, shared by the service and the command line.</summary>
    public static void AddReading(this IServiceCollection services, VocOptions options)
    {
        services.AddSingleton(_ => ShippedReading.Load());
        services.AddSingleton<ReadingComposer>();
        services.AddSingleton(provider => new CurrentReading(
            Store.Exists(options) ? provider.GetRequiredService<Store>() : null,
            provider.GetRequiredService<ShippedReading>(),
            provider.GetRequiredService<ReadingComposer>(),
            provider.GetRequiredService<ILogger<CurrentReading>>()));
    }

    /// <summary>What changes how texts are read; the service alone does.</summary>
    public static void AddTeaching(this IServiceCollection services)
    {
        services.AddSingleton<VocabularyBook>();
        services.AddSingleton<SynonymBook>();
        services.AddSingleton<SynonymPreviews>();
        services.AddSingleton<TopicTree>();
        services.AddSingleton<ReadingPreviews>();
        services.AddSingleton<FeedbackExplainer>();
        services.AddSingleton<ModelBook>();
        services.AddSingleton(_ => new CorpusFolder(ShippedData.Folder("corpus")));
        services.AddSingleton<ModelTrainer>();
        services.AddSingleton<ModelTraining>();
        services.AddHostedService(provider => provider.GetRequiredService<ModelTraining>());
        services.AddSingleton<Relabeller>();
        services.AddHostedService(provider => provider.GetRequiredService<Relabeller>());
    }
}
