using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

internal sealed partial class MeaningSpace
{
    private MeaningSpace(WordMixture[] mixtures, WordMixture? systems) => (_mixtures, _systems) = (mixtures, systems);

    public void Write(BlockWriter to)
    {
        to.Number(this == Empty ? 0 : 1);
        if (this == Empty)
        {
            return;
        }
        to.Number(_mixtures.Length);
        foreach (var mixture in _mixtures)
        {
            mixture.Write(to);
        }
        to.Number(_systems is null ? 0 : 1);
        _systems?.Write(to);
        to.Raw<float>(_rarity);
        to.Number(_latent.Count);
        foreach (var (feature, direction) in _latent)
        {
            to.Number(feature);
            to.Raw<float>(direction);
        }
        to.Number(_grouped.Count);
        foreach (var (feature, place) in _grouped)
        {
            to.Number(feature);
            to.Number(place);
        }
        to.Number(_relevance.Count);
        foreach (var (feature, relevance) in _relevance)
        {
            to.Number(feature);
            to.Value(relevance);
        }
    }

    public static MeaningSpace Read(ref BlockReader from)
    {
        if (from.Int() == 0)
        {
            return Empty;
        }
        var mixtures = new WordMixture[from.Int()];
        for (var i = 0; i < mixtures.Length; i++)
        {
            mixtures[i] = WordMixture.Read(ref from);
        }
        var space = new MeaningSpace(mixtures, from.Int() == 0 ? null : WordMixture.Read(ref from));
        from.Raw<float>(space._rarity.Length).CopyTo(space._rarity, 0);
        for (var left = from.Int(); left > 0; left--)
        {
            space._latent.Add(from.Int(), from.Raw<float>(Latent));
        }
        for (var left = from.Int(); left > 0; left--)
        {
            space._grouped.Add(from.Int(), from.Int());
        }
        for (var left = from.Int(); left > 0; left--)
        {
            space._relevance.Add(from.Int(), from.Value<float>());
        }
        return space;
    }
}
