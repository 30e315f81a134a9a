using System.Security.Cryptography;
using System.Text;

namespace Voc.Analysis.Learning;

/// <summary>Tells by a fingerprint whether a model was trained on the data that lies beside it.</summary>
public static class TrainingOrigin
{
    private static readonly string[] LearnedFrom = ["corpus/training", "lexicon", "taxonomy"];

    /// <summary>Fingerprint of the files a model learns from, whatever their line ends.</summary>
    /// <param name="dataDirectory">Folder with <c>corpus</c>, <c>lexicon</c> and <c>taxonomy</c>.</param>
    /// <returns>16 hexadecimal digits.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string Of(string dataDirectory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = LearnedFrom
            .SelectMany(folder => Directory.GetFiles(Path.Combine(dataDirectory, folder)))
            .Where(file => !file.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            foreach (var line in File.ReadLines(file))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
