using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

internal sealed partial class WordMixture
{
    private WordMixture(float[][] words, float temperature) => (_words, _temperature) = (words, temperature);

    public void Write(BlockWriter to)
    {
        to.Raw<float>(_prior);
        to.Value(_temperature);
        to.Number(_words.Length);
        foreach (var word in _words)
        {
            to.Raw<float>(word);
        }
    }

    public static WordMixture Read(ref BlockReader from)
    {
        var prior = from.Raw<float>(Groups);
        var temperature = from.Value<float>();
        var words = new float[from.Int()][];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = from.Raw<float>(Groups);
        }
        var mixture = new WordMixture(words, temperature);
        prior.CopyTo(mixture._prior, 0);
        return mixture;
    }
}
