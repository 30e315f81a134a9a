using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

internal sealed partial class Report
{
    public void Write(BlockWriter to, SavedNames names)
    {
        to.Value(Member);
        to.Signed((int)Polarity);
        names.Write(to, Product);
        to.Number(Slices.Count);
        foreach (var slice in Slices)
        {
            names.Write(to, slice);
        }
        to.Number(Features.Length);
        var last = 0;
        foreach (var feature in Features)
        {
            to.Number(feature.Number - last);
            to.Value((Half)feature.Prominence);
            last = feature.Number;
        }
        to.Value(PastWeight);
        to.Number(_space == MeaningSpace.Empty ? 0 : 1);
        to.Number(Nearness is null ? 0 : 1);
        if (Nearness is { } near)
        {
            Issues.Nearness.Write(to, near);
        }
    }

    public static Report Read(ref BlockReader from, SavedNames names, MeaningSpace space)
    {
        var (member, polarity, product, slices) = (from.Value<Member>(), (IssuePolarity)from.Signed(), names.Read(ref from), new Slice[from.Int()]);
        for (var i = 0; i < slices.Length; i++)
        {
            slices[i] = names.ReadSlice(ref from)!;
        }
        var features = new Feature[from.Int()];
        for (var (i, last) = (0, 0); i < features.Length; i++)
        {
            last += from.Int();
            features[i] = new Feature(last, (float)from.Value<Half>());
        }
        var report = new Report(member, polarity, product, features, slices) { PastWeight = from.Value<double>() };
        report.Space = from.Int() == 0 ? MeaningSpace.Empty : space;
        report.Nearness = from.Int() == 0 ? null : Issues.Nearness.Read(ref from);
        return report;
    }
}
