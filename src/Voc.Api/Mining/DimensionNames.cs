using Voc.Analysis.Mining;
using Voc.Api.Problems;

namespace Voc.Api.Mining;

/// <summary>What a dimension is called in the reader's language.</summary>
internal static class DimensionNames
{
    public static string Said(this Dimension dimension) => dimension.Kind switch
    {
        DimensionKind.Topic => new LocalizedText("話題", "topic").Say(),
        DimensionKind.Intent => new LocalizedText("意図", "intent").Say(),
        DimensionKind.Channel => new LocalizedText("チャネル", "channel").Say(),
        DimensionKind.Sentiment => new LocalizedText("感情", "sentiment").Say(),
        DimensionKind.Product => new LocalizedText("製品", "product").Say(),
        DimensionKind.Source => new LocalizedText("ソース", "source").Say(),
        DimensionKind.Segment => new LocalizedText("顧客区分", "segment").Say(),
        DimensionKind.Language => new LocalizedText("言語", "language").Say(),
        DimensionKind.Month => new LocalizedText("月", "month").Say(),
        _ => dimension.Attribute!,
    };
}
