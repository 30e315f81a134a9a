namespace Voc.Analysis.Learning;

/// <summary>
/// The file of a linear model, version 1: whether it is multi-label; the labels, each with bias, scale and shift; then the features, each with
/// its name, the unit of its weights and a signed byte a label.
/// </summary>
internal static class LinearModelFile
{
    private const int MostLabels = 65_536;
    private static readonly ModelFile Frame = new("VOCL", 1);

    public static void Write(LinearModel model, Stream stream) => Frame.Write(stream, writer =>
    {
        writer.Write(model.IsMultiLabel);
        writer.Write(model.Labels.Count);
        for (var k = 0; k < model.Labels.Count; k++)
        {
            writer.Write(model.Labels[k]);
            writer.Write(model.Bias[k]);
            writer.Write(model.Calibration.Scales[k]);
            writer.Write(model.Calibration.Shifts[k]);
        }

        writer.Write(model.FeatureCount);
        Span<float> row = new float[WeightRows.Stride(model.Labels.Count)];
        for (var i = 0; i < model.FeatureCount; i++)
        {
            model.Row(i).CopyTo(row);
            var unit = WeightRows.Round(row);
            writer.Write(model.Keys[i]);
            writer.Write(unit);
            foreach (var weight in row[..model.Labels.Count])
            {
                writer.Write(WeightRows.Steps(weight, unit));
            }
        }
    });

    public static LinearModel Read(Stream stream, string place) => Frame.Read(stream, place, reader =>
    {
        var multiLabel = reader.ReadBoolean();
        var labels = new string[Count(reader, MostLabels)];
        var (bias, scales, shifts) = (new float[WeightRows.Stride(labels.Length)], new float[labels.Length], new float[labels.Length]);
        for (var k = 0; k < labels.Length; k++)
        {
            (labels[k], bias[k], scales[k], shifts[k]) = (reader.ReadString(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
        }

        var count = Count(reader, (int)((reader.BaseStream.Length - reader.BaseStream.Position) / (sizeof(ulong) + sizeof(float) + labels.Length)));
        var (keys, weights) = (new ulong[count], new float[checked(count * bias.Length)]);
        for (var i = 0; i < count; i++)
        {
            keys[i] = reader.ReadUInt64();
            var unit = reader.ReadSingle();
            for (var k = 0; k < labels.Length; k++)
            {
                weights[(i * bias.Length) + k] = unit * reader.ReadSByte();
            }
        }

        return new LinearModel(labels, multiLabel, keys, weights, bias, new(scales, shifts));
    });

    private static int Count(BinaryReader reader, int most)
    {
        var count = reader.ReadInt32();
        return count >= 0 && count <= most ? count : throw new InvalidDataException();
    }
}
