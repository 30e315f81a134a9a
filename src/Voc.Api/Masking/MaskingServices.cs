using Voc.Api.Reading;
using Voc.Ingest.Masking;

namespace Voc.Api.Masking;

internal static class MaskingServices
{
    /// <summary>Names of the shipped dictionary are read once for the process, when they are first needed.</summary>
    private static readonly Lazy<NameBook> Book = new(() => NameBook.Of(ShippedReading.Load().Tokenizer));

    public static NameBook Names => Book.Value;

    /// <summary>What takes personal data out of texts.</summary>
    public static IServiceCollection AddMasking(this IServiceCollection services)
    {
        services.AddSingleton(_ => new MaskingInUse(new PersonalDataMasker(Names)));
        return services;
    }
}
