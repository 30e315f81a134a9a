using BenchmarkDotNet.Attributes;
using Voc.Analysis.Morphology;
using Voc.Analysis.Text;

namespace Voc.Benchmarks.Morphology;

/// <summary>One complaint of ordinary length through the first stages of the analysis.</summary>
[MemoryDiagnoser]
public class TokenizerBenchmarks
{
    private readonly string _text = "先月買った加湿器ですが、三日目から電源が入らなくなりました。サポートに電話しても全然つながらず、とても困っています！！早めに交換してほしいです。";
    private readonly List<Token> _tokens = [];
    private Tokenizer _tokenizer = null!;

    [Params(TokenizeMode.Normal, TokenizeMode.Search)]
    public TokenizeMode Mode { get; set; }

    [GlobalSetup]
    public void Load() => _tokenizer = Tokenizer.Load();

    [Benchmark]
    public int Tokenize()
    {
        _tokenizer.Tokenize(_text, Mode, _tokens);
        return _tokens.Count;
    }

    [Benchmark]
    public string Normalize() => NormalizedText.From(_text).Text;

    [Benchmark]
    public int Split() => SentenceSplitter.Split(_text).Count;
}
