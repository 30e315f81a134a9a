using System.Security.Cryptography;
using Voc.Analysis;
using Voc.Analysis.Classification;
using Voc.Analysis.Learning;
using Voc.Analysis.Morphology;
using Voc.Analysis.Sentiment;

namespace Voc.Api.Reading;

/// <summary>What the product brings along to read with. Everything a company teaches is put on top of it, see <see cref="ReadingComposer"/>.</summary>
internal sealed class ShippedReading
{
    public ShippedReading(string? dataDirectory = null)
    {
        var data = dataDirectory ?? ShippedData.Folder();
        var lexicon = Path.Combine(data, "lexicon");
        Tokenizer = Tokenizer.Load();
        Lexicon = PolarityLexicon.Load(lexicon);
        Taxonomy = Taxonomy.Load(Path.Combine(data, "taxonomy", "general.json"));
        Language = LanguageData.Load(lexicon);
        Model = ReadingModel.Load(Path.Combine(data, "models", "reading.model"));
        Fingerprint = FingerprintOf(data);
    }

    public Tokenizer Tokenizer { get; }

    public PolarityLexicon Lexicon { get; }

    public Taxonomy Taxonomy { get; }

    public LanguageData Language { get; }

    public ReadingModel Model { get; }

    /// <summary>Differs where another version of the product may read a text differently.</summary>
    public string Fingerprint { get; }

    private static string FingerprintOf(string data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(Analyzer).Module.ModuleVersionId.ToByteArray());
        foreach (var folder in new[] { "lexicon", "taxonomy", "models" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(data, folder)).Order(StringComparer.Ordinal))
            {
                hash.AppendData(File.ReadAllBytes(file));
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
