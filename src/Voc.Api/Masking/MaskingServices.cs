using Microsoft.AspNetCore.DataProtection;
using Voc.Api.Reading;
using Voc.Api.Storage;
using Voc.Ingest.Masking;

namespace Voc.Api.Masking;

internal static class MaskingServices
{
    /// <summary>Names of the shipped dictionary are read once for the process, when they are first needed.</summary>
    private static readonly Lazy<NameBook> Book = new(() => NameBook.Of(ShippedReading.Load().Tokenizer));

    public static NameBook Names => Book.Value;

    /// <summary>What takes personal data out of texts, and what keeps it where a source says so; shared by the service and the command line.</summary>
    public static void AddMasking(this IServiceCollection services, VocOptions options)
    {
        services.AddDataProtection().SetApplicationName("Voc").PersistKeysToFileSystem(new DirectoryInfo(options.PathOf("keys")));
        services.AddSingleton<OriginalVault>();
        services.AddSingleton(provider =>
        {
            // Asked now: a command that only reads makes an empty database later.
            var store = Store.Exists(options) ? provider.GetRequiredService<Store>() : null;
            return new MaskingInUse(() => new PersonalDataMasker(Names, store is null ? AllowList.Empty : MaskingBook.Read(store)));
        });
    }

    /// <summary>What changes the rules and masks stored texts anew; the service alone does.</summary>
    public static void AddMaskingRules(this IServiceCollection services)
    {
        services.AddSingleton<MaskingBook>();
        services.AddSingleton<Remasker>();
        services.AddSingleton<MaskingRuns>();
        services.AddHostedService(provider => provider.GetRequiredService<MaskingRuns>());
    }
}
