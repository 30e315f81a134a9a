namespace Voc.Analysis.Morphology;

/// <summary>How finely a text is segmented.</summary>
public enum TokenizeMode
{
    /// <summary>The likeliest segmentation, as MeCab gives it with the same dictionary.</summary>
    Normal,

    /// <summary>Long compounds are split where the dictionary has their parts, so that a search for a part finds the whole.</summary>
    Search,
}
