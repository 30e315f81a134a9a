namespace Voc.Api.SavedSearches;

internal static class SavedSearchServices
{
    /// <summary>What keeps searches and tells of new matches.</summary>
    public static void AddSavedSearches(this IServiceCollection services)
    {
        services.AddSingleton<SavedSearchBook>();
        services.AddSingleton<SavedSearchReader>();
        services.AddSingleton<WatchedSearches>();
        services.AddSingleton<LinkedFeedback>();
        services.AddHostedService<SearchWatcher>();
    }
}
