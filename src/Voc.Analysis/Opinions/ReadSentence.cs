using Voc.Analysis.Text;

namespace Voc.Analysis.Opinions;

/// <summary>A sentence with what was read in it.</summary>
/// <param name="Span">Where it stands in the normalised text.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Findings">What is said in it, in text order.</param>
/// <param name="Score">Its sentiment, −1 to 1.</param>
/// <param name="Signs">What emoji and kaomoji in it add to its score, before scaling.</param>
/// <param name="Mixed">How much it says for and against at once: the lesser of the two sums.</param>
/// <param name="Turns">Whether it begins by turning against the one before: しかし, ただ.</param>
internal readonly record struct ReadSentence(TextSpan Span, TokenRange Tokens, List<Finding> Findings, double Score, double Signs, double Mixed, bool Turns);
