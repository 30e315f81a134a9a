using System.Text;
using System.Text.RegularExpressions;
using Voc.Analysis.Text;

namespace Voc.Ingest.Social.Platforms;

/// <summary>
/// Tells which posts a source wants: those that hold its words, in its language, in their author's own words. Width and case do
/// not matter. A Latin word is found only as a whole word, a Japanese one anywhere; a hashtag only as a whole tag.
/// </summary>
public sealed partial class PostWords
{
    private readonly string[][] _words;
    private readonly string[][] _exclude;
    private readonly string? _language;

    /// <summary>Takes the words of a source.</summary>
    /// <param name="settings">Its settings.</param>
    public PostWords(SocialSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _words = Parts(settings.Words);
        _exclude = Parts(settings.Exclude);
        _language = string.IsNullOrWhiteSpace(settings.Language) ? null : settings.Language.Trim().ToLowerInvariant();
    }

    /// <summary>Whether the source wants the post.</summary>
    /// <param name="post">The post.</param>
    public bool Wants(SocialPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        if (post.IsRepost || !IsInLanguage(post))
        {
            return false;
        }

        var text = Fold(post.Text);
        var tags = new Lazy<HashSet<string>>(() => [.. Tag().Matches(text).Select(tag => tag.Groups[1].Value), .. post.Tags.Select(Fold)]);
        return (_words.Length == 0 || _words.Any(HoldsAll)) && !_exclude.Any(HoldsAll);

        bool HoldsAll(string[] parts) => parts.All(part => part[0] == '#' ? tags.Value.Contains(part[1..]) : Holds(text, part));
    }

    /// <summary>Same width and case for what is the same to a reader.</summary>
    internal static string Fold(string text) => StorableText.Clean(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    private bool IsInLanguage(SocialPost post)
    {
        if (_language is null)
        {
            return true;
        }

        var named = post.Languages.Any(language => language.Split('-')[0].Equals(_language, StringComparison.OrdinalIgnoreCase));
        if (_language != "ja")
        {
            return named || (post.Languages.Count == 0 && LanguageGuess.Of(post.Text) == _language);
        }

        // Many accounts leave the language of their app on, so a label alone tells little; kana tell much.
        var (kana, kanji) = (post.Text.Any(c => c is >= 'ぁ' and <= 'ヺ'), post.Text.Any(c => c is >= '\u4E00' and <= '\u9FFF'));
        return named ? kana || kanji : (kana || post.Languages.Count == 0) && LanguageGuess.Of(post.Text) == "ja";
    }

    private static bool Holds(string text, string part)
    {
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            var end = at + part.Length;
            if (!(at > 0 && IsLatin(part[0]) && IsLatin(text[at - 1])) && !(end < text.Length && IsLatin(part[^1]) && IsLatin(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c);

    private static string[][] Parts(IEnumerable<string> words) =>
    [
        .. words.Select(word => Fold(word).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(part => part != "#").ToArray())
            .Where(parts => parts.Length > 0),
    ];

    [GeneratedRegex(@"#([\p{L}\p{N}\p{M}_ー々〆〇・]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
