using System.Buffers;
using System.Collections.Frozen;

namespace Voc.Ingest.Masking;

/// <summary>Common Japanese surnames, which tell 田中様 from お客様.</summary>
internal static class Surnames
{
    private const int MaxSurname = 4;
    private const int MaxGivenName = 3;

    private static readonly SearchValues<char> NoGivenName = SearchValues.Create("屋店社市県区町駅院校園館課部署所局号丸山川");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = (
        "佐藤 鈴木 高橋 髙橋 田中 伊藤 渡辺 渡邊 渡邉 渡部 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 斉藤 齋藤 齊藤 清水 山崎 山﨑 森 池田 橋本 阿部 石川 山下 中島 中嶋 石井 小川 前田 岡田 長谷川 " +
        "藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 宮﨑 横山 高木 安藤 宮本 大野 小島 谷口 今井 工藤 高田 増田 丸山 " +
        "杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 久保 木下 佐野 野村 松尾 菊地 菊池 市川 杉本 古川 大西 島田 水野 桜井 高野 渋谷 吉川 山内 西田 飯田 菊田 西川 小松 北村 安田 五十嵐 川口 平田 関 中田 久保田 東 服部 川崎 " +
        "岩田 土屋 福島 本田 辻 樋口 秋山 田口 永井 中西 吉村 川上 石原 大橋 松岡 馬場 浜田 濱田 森本 星野 矢野 浅野 石橋 大島 松下 早川 吉岡 田辺 田邊 荒木 小池 大久保 野田 尾崎 内藤 熊谷 川村 松村 荒井 西山 堀 堀内 岡崎 片山 大石 本間 北川 奥村 " +
        "須藤 荻野 萩原 桑原 栗原 三宅 広瀬 石塚 中尾 小田 柳田 岡 関口 飯塚 大川 成田 篠原 川島 富田 吉野 望月 神田 藤川 前川 田島 戸田 小西 黒田 沢田 澤田 榎本 今村 平井 大森 白石 植田 上原 久米 宮田 児玉 松原 " +
        "堀田 福井 河合 坂口 土井 牧野 横田 小泉 桜田 根本 津田 八木 野崎 青山 三木 田原 稲垣 相馬 白井 星 天野 今野 梅田 倉田 越智 笠原 志村 高山 滝沢 滝澤 竹田 永田 西本 根岸 長田 長尾 二宮 服部 浜口 早坂 平山 深沢 福本 古田 細川 堀川 " +
        "真鍋 町田 松永 三上 水谷 南 宮川 向井 村井 村松 森下 森川 安部 柳沢 山岸 山根 横井 吉沢 吉澤 米田 若林 鷲尾 渡会 井口 石黒 市原 稲葉 岩本 岩井 上村 江口 大谷 大竹 大沢 大澤 岡村 岡野 小沢 小澤 落合 甲斐 加納 金井 金田 川田 川端 " +
        "神谷 神山 岸 岸本 北原 木内 草野 黒川 黒木 桑田 小倉 小坂 小谷 坂井 坂田 阪本 佐伯 塩田 柴崎 島村 下田 庄司 進藤 新田 菅野 杉浦 鈴村 瀬戸 園田 高井 高島 高瀬 高松 武内 武藤 竹中 田代 田畑 田淵 千田 塚本 寺田 土田 徳永 豊田 内山 中井 中沢 中澤 西岡 西尾 西野 野中 浜崎 林田 原口 比嘉 東野 日高 平川 福永 藤岡 藤村 藤野 古谷 松浦 三好 宮内 宮下 宮城 宮原 室田 森山 山中 山村 湯浅 吉原")
        .Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where in a run of kanji a surname starts that is followed by nothing but a given name; −1 where none does.</summary>
    public static int StartIn(ReadOnlySpan<char> run)
    {
        for (var start = 0; start < run.Length; start++)
        {
            for (var length = Math.Min(MaxSurname, run.Length - start); length > 0; length--)
            {
                // A surname of one kanji is also an ordinary word; it must be the whole run.
                if ((length > 1 || run.Length == 1) && Names.Contains(run.Slice(start, length)) && IsGivenName(run[(start + length)..]))
                {
                    return start;
                }
            }
        }

        return -1;
    }

    private static bool IsGivenName(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(" 　");
        return rest.Length <= MaxGivenName && rest.IndexOfAny(NoGivenName) < 0;
    }
}
