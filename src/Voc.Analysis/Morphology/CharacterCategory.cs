namespace Voc.Analysis.Morphology;

/// <summary>How unknown words are made of a kind of character, as a line of MeCab's <c>char.def</c> says.</summary>
/// <param name="Index">Number of the category, which is also its group of unknown entries.</param>
/// <param name="Name">Its name, such as KATAKANA.</param>
/// <param name="Invoke">Whether unknown words are made even where the dictionary has a word.</param>
/// <param name="Group">Whether a whole run of the category makes a word.</param>
/// <param name="Length">Up to how many characters from the start of a run make a word each.</param>
/// <param name="Kinds">Bits of this and of all other categories the character counts as.</param>
internal sealed record CharacterCategory(int Index, string Name, bool Invoke, bool Group, int Length, uint Kinds);
