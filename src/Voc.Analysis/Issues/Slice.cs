namespace Voc.Analysis.Issues;

/// <summary>Feedback that has something in common besides its product: it came from one source, or has one value of an attribute such as the region.</summary>
/// <param name="Field"><see cref="SourceField"/>, or the name of an attribute.</param>
/// <param name="Value">Name of the source, or the attribute's value.</param>
public sealed record Slice(string Field, string Value)
{
    /// <summary>The field that stands for the source; an attribute of the same name makes no slices.</summary>
    public const string SourceField = "source";

    /// <summary>Attributes that tell a place: what happened is said to have happened there.</summary>
    private static readonly HashSet<string> Places = new(StringComparer.OrdinalIgnoreCase)
    {
        "region", "area", "prefecture", "city", "country", "store", "shop", "branch", "location", "site",
        "地域", "地方", "エリア", "都道府県", "県", "市区町村", "市町村", "国", "店舗", "店", "支店", "営業所", "拠点", "施設",
    };

    /// <summary>The slice as a part of a title, before what is reported there and after it: 「大阪府で」, “ in 大阪府”.</summary>
    internal LocalizedText Where => Field == SourceField ? new($"{Value}で", $" from {Value}")
        : Places.Contains(Field) ? new($"{Value}で", $" in {Value}")
        : new($"{Value}（{Name}）で", $" where {Field} is {Value}");

    /// <summary>The field in Japanese, where every company calls it the same.</summary>
    private string Name => Field == "segment" ? "顧客区分" : Field;
}
