using Voc.Analysis.Morphology;

namespace Voc.Analysis.Tests.Morphology;

/// <summary>The tokenizer without user words, loaded once for all tests.</summary>
internal static class Ipadic
{
    public static Tokenizer Tokenizer { get; } = Tokenizer.Load();

    /// <summary>A tokenizer of one's own.</summary>
    public static Tokenizer Another() => Tokenizer.Load();

    public static string[] Surfaces(string text, TokenizeMode mode = TokenizeMode.Normal) =>
        [.. Tokenizer.Tokenize(text, mode).Select(t => t.Surface(text).ToString())];
}
