using Voc.Analysis.Morphology;
using Voc.Analysis.Text;

namespace Voc.Analysis.Opinions;

/// <summary>A text with its tokens and their classes: what every reader of clauses looks at.</summary>
internal sealed class Passage
{
    private readonly WordClass[] _classes;

    public Passage(string text, Tokenizer tokenizer)
    {
        Text = text;
        Tokens = new List<Token>((text.Length / 2) + 4);
        tokenizer.Tokenize(text, TokenizeMode.Normal, Tokens);
        _classes = new WordClass[Tokens.Count];
        for (var i = 0; i < _classes.Length; i++)
        {
            _classes[i] = IsConjunction(i) ? WordClass.ClauseParticle : Classify(Tokens[i]);
        }

        MarkAddresses(text);
    }

    public string Text { get; }

    public List<Token> Tokens { get; }

    public int Count => _classes.Length;

    public WordClass Class(int i) => (uint)i < (uint)_classes.Length ? _classes[i] : WordClass.Other;

    public ReadOnlySpan<char> Surface(int i) => Tokens[i].Surface(Text);

    public ReadOnlySpan<char> Base(int i) => Tokens[i].Word.BaseForm ?? Surface(i);

    public bool Is(int i, string surface) => (uint)i < (uint)_classes.Length && Surface(i).SequenceEqual(surface);

    public bool IsBase(int i, string form) => (uint)i < (uint)_classes.Length && Base(i).SequenceEqual(form);

    public bool IsAny(int i, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> surfaces) => (uint)i < (uint)_classes.Length && surfaces.Contains(Surface(i));

    public bool IsBaseAny(int i, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> forms) => (uint)i < (uint)_classes.Length && forms.Contains(Base(i));

    /// <summary>The text of tokens, the last one in base form.</summary>
    public string BaseOf(int start, int end) =>
        string.Concat(Text.AsSpan(Tokens[start].Start, Tokens[end - 1].Start - Tokens[start].Start), Base(end - 1));

    public ReadOnlySpan<char> Span(int start, int end) => Text.AsSpan(Tokens[start].Start, Tokens[end - 1].End - Tokens[start].Start);

    private void MarkAddresses(string text)
    {
        if (!text.Contains("://", StringComparison.Ordinal) && !text.Contains("www.", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        for (var (i, end) = (0, 0); i < _classes.Length; i++)
        {
            end = Math.Max(end, WebAddress.EndAt(text, Tokens[i].Start));
            _classes[i] = Tokens[i].Start < end ? WordClass.Address : _classes[i];
        }
    }

    // ばってん and や+けど turn as けど does; the dictionary knows only a name and a burn.
    private bool IsConjunction(int i)
    {
        var surface = Surface(i);
        return surface is "ばってん" || surface is "やけど" && !(i + 1 < Tokens.Count && Surface(i + 1) is "を" or "の" or "に" or "が" or "し" or "する" or "した");
    }

    // IPADIC takes an unknown symbol for a noun, and ー… for one too.
    private WordClass Classify(in Token token)
    {
        var c = WordClasses.Of(token.Word);
        if (c is WordClass.VerbalNoun or WordClass.Noun && token.Origin == WordOrigin.Unknown && !char.IsLetterOrDigit(Text[token.Start]) && !char.IsSurrogate(Text[token.Start]))
        {
            return Text[token.Start] is '!' or '?' or '！' or '？' ? WordClass.Stop : WordClass.Symbol;
        }

        return c is WordClass.Symbol && Text[token.Start] is '!' or '?' or '！' or '？' ? WordClass.Stop : c;
    }
}
