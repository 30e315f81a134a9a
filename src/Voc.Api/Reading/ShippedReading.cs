using System.Security.Cryptography;
using Voc.Analysis;
using Voc.Analysis.Classification;
using Voc.Analysis.Morphology;
using Voc.Analysis.Sentiment;

namespace Voc.Api.Reading;

/// <summary>
/// What the product brings along to read with. Everything a company teaches is put on top of it, see <see cref="ReadingComposer"/>.
/// Immutable, so that all installations of a process share it.
/// </summary>
internal sealed class ShippedReading
{
    private static readonly string[] ReadWith = ["lexicon", "taxonomy", "models"];
    private static readonly Lazy<ShippedReading> Loaded = new(() => new ShippedReading());

    private ShippedReading()
    {
    }

    /// <summary>What lies beside the program; loaded once for the process, when it is first needed.</summary>
    public static ShippedReading Load() => Loaded.Value;

    public Analyzer Analyzer { get; } = Analyzer.LoadDefault();

    public Tokenizer Tokenizer => Analyzer.Tokenizer;

    public PolarityLexicon Lexicon => Analyzer.Lexicon;

    public Taxonomy Taxonomy => Analyzer.Taxonomy;

    /// <summary>Differs where another version of the product may read a text differently.</summary>
    public string Fingerprint { get; } = FingerprintOf();

    private static string FingerprintOf()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(Analyzer).Module.ModuleVersionId.ToByteArray());
        foreach (var file in ReadWith.SelectMany(folder => Directory.EnumerateFiles(ShippedData.Folder(folder)).Order(StringComparer.Ordinal)))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
