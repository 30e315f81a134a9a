using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Voc.Analysis.Morphology;
using Voc.Analysis.Text;

namespace Voc.Analysis.Similarity;

/// <summary>
/// What texts are compared by: the same number for texts that say the same in nearly the same words. Width, case, punctuation and tone make
/// no difference; one word that turns the meaning round does.
/// </summary>
internal static partial class Wording
{
    /// <summary>Texts of fewer letters say too little to be called the same.</summary>
    private const int FewestLetters = 3;

    /// <summary>Six bytes are all that is kept of a hash: among a million different texts chance makes two equal once in 500 archives.</summary>
    private const int Bits = 48;

    /// <summary>The wording of a text, 1 to 2^48 - 1; 0 where it has hardly a letter. Safe for any number of threads.</summary>
    /// <param name="normalized">The text, from <see cref="Text.NormalizedText"/>.</param>
    /// <param name="tokenizer">Segments it once more without its marks, so that these cannot change where a word ends.</param>
    public static long Of(string normalized, Tokenizer tokenizer) => Of(normalized, FewestLetters, tokenizer);

    /// <summary>
    /// The wordings of the sentences of a text, each once; a single letter is enough for one. That a sentence reports what somebody said
    /// (「〜とのこと」) makes no difference: call notes end like this or not as their writers please.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="tokenizer">Segments each sentence.</param>
    public static IReadOnlySet<long> OfSentences(NormalizedText text, Tokenizer tokenizer) =>
        SentenceSplitter.Split(text.Text).Select(s => Of(Reported().Replace(text.Text.Substring(s.Start, s.Length), ""), 1, tokenizer)).Where(w => w != 0).ToHashSet();

    [GeneratedRegex("(?<=.)とのこと(?:です|でした|だ)?[。、!…\\s]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Reported();

    private static long Of(string normalized, int fewestLetters, Tokenizer tokenizer)
    {
        var characters = new StringBuilder(normalized.Length);
        CharacterKey.Append(normalized, characters);
        if (characters.Length < fewestLetters)
        {
            return 0;
        }
        var plain = characters.ToString();
        var tokens = new List<Token>((plain.Length / 2) + 4);
        tokenizer.Tokenize(plain, TokenizeMode.Normal, tokens);
        var words = new StringBuilder(plain.Length);
        MeaningKey.Append(plain, tokens, words);
        var key = new StringBuilder(plain.Length);
        CharacterKey.Append(words.ToString(), key);
        // Nothing but tone is left of some; then the characters tell.
        return Hash(key.Length > 0 ? key.ToString() : plain);
    }

    private static long Hash(string key)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(key.AsSpan()), digest);
        return Math.Max(1, BinaryPrimitives.ReadInt64LittleEndian(digest) & ((1L << Bits) - 1));
    }
}
