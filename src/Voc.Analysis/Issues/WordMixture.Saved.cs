using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

internal sealed partial class WordMixture
{
    private WordMixture(float[][] words) => _words = words;

    public void Write(BlockWriter to)
    {
        to.Raw<float>(_prior);
        to.Number(_words.Length);
        foreach (var word in _words)
        {
            to.Raw<float>(word);
        }
    }

    public static WordMixture Read(ref BlockReader from)
    {
        var prior = from.Raw<float>(Groups);
        var words = new float[from.Int()][];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = from.Raw<float>(Groups);
        }
        var mixture = new WordMixture(words);
        prior.CopyTo(mixture._prior, 0);
        return mixture;
    }
}
