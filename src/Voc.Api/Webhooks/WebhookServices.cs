namespace Voc.Api.Webhooks;

internal static class WebhookServices
{
    /// <summary>What keeps webhooks and sends to them.</summary>
    public static void AddOutgoingWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<WebhookAddresses>();
        services.AddSingleton<WebhookBook>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookDeliveries>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookDeliveries>());
    }
}
