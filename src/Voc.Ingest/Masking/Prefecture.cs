using System.Collections.Frozen;

namespace Voc.Ingest.Masking;

/// <summary>The 47 prefectures by name.</summary>
internal static class Prefecture
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = new[]
    {
        "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県",
        "新潟県", "富山県", "石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県", "愛知県", "三重県", "滋賀県", "京都府", "大阪府", "兵庫県",
        "奈良県", "和歌山県", "鳥取県", "島根県", "岡山県", "広島県", "山口県", "徳島県", "香川県", "愛媛県", "高知県", "福岡県", "佐賀県", "長崎県",
        "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県",
    }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Length of the prefecture's name a text starts with, or 0.</summary>
    public static int LengthAt(ReadOnlySpan<char> text) =>
        text.Length >= 3 && Names.Contains(text[..3]) ? 3 : text.Length >= 4 && Names.Contains(text[..4]) ? 4 : 0;

    /// <summary>Length of the prefecture's name a text ends with, or 0.</summary>
    public static int LengthBefore(ReadOnlySpan<char> text) =>
        text.Length >= 3 && Names.Contains(text[^3..]) ? 3 : text.Length >= 4 && Names.Contains(text[^4..]) ? 4 : 0;
}
