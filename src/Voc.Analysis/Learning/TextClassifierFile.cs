using Voc.Analysis.Morphology;

namespace Voc.Analysis.Learning;

/// <summary>
/// The file of a text classifier, version 1: longest run of characters; share of words; the features, each with its name and factor; the
/// linear model, in its own frame.
/// </summary>
internal static class TextClassifierFile
{
    private const int MostCharacters = 16;
    private static readonly ModelFile Frame = new("VOCT", 1);

    public static void Write(TextClassifier classifier, Stream stream) => Frame.Write(stream, writer =>
    {
        writer.Write(classifier.Characters);
        writer.Write(classifier.Words);
        writer.Write(classifier.Keys.Length);
        for (var i = 0; i < classifier.Keys.Length; i++)
        {
            writer.Write(classifier.Keys[i]);
            writer.Write(classifier.Factors[i]);
        }

        writer.Flush();
        classifier.Model.Save(writer.BaseStream);
    });

    public static TextClassifier Read(Stream stream, string place, Tokenizer tokenizer) => Frame.Read(stream, place, reader =>
    {
        var (characters, words, count) = (reader.ReadInt32(), reader.ReadSingle(), reader.ReadInt32());
        if (characters is < 0 or > MostCharacters || !(words >= 0) || count < 0 || count > (reader.BaseStream.Length - reader.BaseStream.Position) / (sizeof(ulong) + sizeof(float)))
        {
            throw new InvalidDataException();
        }

        var (keys, factors) = (new ulong[count], new float[count]);
        for (var i = 0; i < count; i++)
        {
            (keys[i], factors[i]) = (reader.ReadUInt64(), reader.ReadSingle());
        }

        var model = LinearModel.Load(reader.BaseStream, place);
        return model.Labels.Count > 0 && !model.IsMultiLabel ? new TextClassifier(tokenizer, characters, words, keys, factors, model) : throw new InvalidDataException();
    });
}
