namespace Voc.Ingest.Masking;

/// <summary>Finds names in messengers and social networks where the text says that they are: LINE ID: taro_123, インスタは@taro. A bare @name stays, for it is mostly a firm's.</summary>
internal static class AccountIdFinder
{
    private const int MaxGap = 12;
    private const int MaxId = 40;
    private static readonly string[] Networks = ["LINE", "ＬＩＮＥ", "ライン", "Twitter", "twitter", "ツイッター", "Instagram", "instagram", "インスタグラム", "インスタ", "Facebook", "facebook", "フェイスブック", "TikTok", "ティックトック", "Discord", "ディスコード", "Threads", "スレッズ", "Skype", "スカイプ", "カカオ", "KakaoTalk", "WeChat", "Telegram", "テレグラム", "Mastodon", "Bluesky", "YouTube", "SNS", "アカウント", "アカウント名", "Ｘ", "X"];
    private static readonly string[] Words = ["ID", "id", "Id", "ＩＤ", "アカウント", "垢", "ユーザー名", "ユーザ名"];

    public static void Find(FoldedText text, List<PersonalData> found)
    {
        foreach (var network in Networks)
        {
            for (var at = text.Original.IndexOf(network); at >= 0;)
            {
                var end = IsWhole(text, at, network.Length) ? AfterNetwork(text, at + network.Length, network.Length > 1, found) : at + 1;
                var next = text.Original[end..].IndexOf(network);
                at = next < 0 ? -1 : end + next;
            }
        }
    }

    private static bool IsWhole(FoldedText text, int at, int length) =>
        !char.IsAsciiLetter(text.At(at)) || (!char.IsAsciiLetterOrDigit(text.At(at - 1)) && !char.IsAsciiLetterOrDigit(text.At(at + length)));

    private static int AfterNetwork(FoldedText text, int from, bool isName, List<PersonalData> found)
    {
        var named = false;
        for (var i = from; i < text.Length && i - from <= MaxGap;)
        {
            if (WordAt(text, i) is > 0 and var word)
            {
                named = true;
                i += word;
                continue;
            }

            var c = text.Folded[i];
            var marked = c == '@' && char.IsAsciiLetterOrDigit(text.At(i + 1));
            if (marked || char.IsAsciiLetterOrDigit(c))
            {
                var end = IdEnd(text, marked ? i + 1 : i);
                var separated = text.At(i - 1) is ':' or '=' or 'は' or ' ' or '「' or '(' or '[' or 'が';
                if ((marked || (named && separated)) && end - i >= 4 && (isName || marked))
                {
                    found.Add(new(PersonalDataKind.AccountId, i, end - i));
                }

                return Math.Max(end, from);
            }

            if (!(c is ':' or '=' or ' ' or '(' or ')' or '「' or '[' or '/' or '、' or '→' || Script.IsHiragana(c) && "のはがでもと".Contains(c, StringComparison.Ordinal) || c is '旧' or '交' or '換' or '名'))
            {
                break;
            }

            i++;
        }

        return from;
    }

    private static int WordAt(FoldedText text, int at)
    {
        foreach (var word in Words)
        {
            if (text.Has(word, at) && !(char.IsAsciiLetter(text.At(at)) && char.IsAsciiLetterOrDigit(text.At(at + word.Length))))
            {
                return word.Length;
            }
        }

        return 0;
    }

    private static int IdEnd(FoldedText text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < MaxId && (char.IsAsciiLetterOrDigit(text.Folded[end]) || text.Folded[end] is '_' or '.' or '-'))
        {
            end++;
        }

        while (end > start && text.Folded[end - 1] is '.' or '-')
        {
            end--;
        }

        return end;
    }
}
