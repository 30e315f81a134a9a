using System.Text;

namespace Voc.Api.Storage;

/// <summary>
/// The binary form of a <see cref="StoredReading"/>, an eighth of its JSON: a byte with the version; then sentences, intents, topics,
/// opinions and keyphrases, each list behind its length. Numbers are 7 bits a byte, scores and confidences in steps of 1/10,000, offsets
/// relative to the end of the last. A string that stands in the text is a place in it.
/// </summary>
internal static class ReadingFormat
{
    private const byte Version = 1;
    private const double Steps = 10_000;

    /// <summary>Strings that readings are full of, by their number. New ones are added at the end.</summary>
    private static readonly string[] Known =
        ["complaint", "request", "question", "praise", "churn-risk", "report", "fact", "wish", "hypothetical", "resolved", "hearsay"];

    private enum StringKind
    {
        None = 0,
        Spelled = 1,
        InText = 2,
        Known = 3,
    }

    public static byte[] Write(StoredReading reading, string text)
    {
        using var bytes = new MemoryStream(128);
        using (var writer = new Writer(bytes, text))
        {
            writer.Write(Version);
            writer.List(reading.Sentences, s =>
            {
                writer.Place(s.Start, s.Length);
                writer.Number((int)s.Label);
                writer.Fraction(s.Score);
            });
            writer.Labels(reading.Intents);
            writer.Labels(reading.Topics);
            writer.List(reading.Opinions, o =>
            {
                writer.String(o.Target);
                writer.String(o.Expression);
                writer.Number((o.Polarity * 2) + (o.Negated ? 1 : 0));
                writer.String(o.Modality);
                writer.Place(o.Start, o.Length);
            });
            writer.List(reading.Keyphrases, writer.String);
        }
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">It is of another version, or does not fit the text.</exception>
    public static StoredReading Read(byte[] stored, string text)
    {
        using var reader = new Reader(stored, text);
        try
        {
            var version = reader.ReadByte();
            return version == Version
                ? new StoredReading(
                    reader.List(() =>
                    {
                        var (start, length) = reader.Place();
                        return new SentenceSentiment(start, length, (SentimentLabel)reader.Number(), reader.Fraction());
                    }),
                    reader.Labels(),
                    reader.Labels(),
                    reader.List(() => Opinion(reader)),
                    reader.List(() => reader.String()!))
                : throw new InvalidDataException($"A reading of version {version}, which this version of Voc does not know.");
        }
        catch (Exception damaged) when (damaged is EndOfStreamException or FormatException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("A reading that does not fit its text.", damaged);
        }
    }

    private static Opinion Opinion(Reader reader)
    {
        var (target, expression, sign, modality, (start, length)) = (reader.String(), reader.String()!, reader.Number(), reader.String()!, reader.Place());
        return new Opinion(target, expression, sign >> 1, (sign & 1) != 0, modality, start, length);
    }

    private sealed class Writer(Stream stream, string text) : BinaryWriter(stream, Encoding.UTF8, leaveOpen: true)
    {
        private int _end;

        public void List<T>(IReadOnlyList<T> items, Action<T> write)
        {
            Write7BitEncodedInt(items.Count);
            _end = 0;
            foreach (var item in items)
            {
                write(item);
            }
        }

        public void Labels(IReadOnlyList<ScoredLabel> labels) => List(labels, l =>
        {
            String(l.Label);
            Fraction(l.Confidence);
        });

        public void Place(int start, int length)
        {
            Number(start - _end);
            Write7BitEncodedInt(length);
            _end = start + length;
        }

        public void Fraction(double value) => Number((int)Math.Round(value * Steps));

        /// <summary>Numbers near zero are short, whatever their sign.</summary>
        public void Number(int value) => Write7BitEncodedInt((value << 1) ^ (value >> 31));

        public void String(string? value)
        {
            if (value is null)
            {
                Header(StringKind.None, 0);
            }
            else if (Array.IndexOf(Known, value) is var known and >= 0)
            {
                Header(StringKind.Known, known);
            }
            else if (value.Length > 0 && text.IndexOf(value, StringComparison.Ordinal) is var at and >= 0)
            {
                Header(StringKind.InText, at);
                Write7BitEncodedInt(value.Length);
            }
            else
            {
                var bytes = Encoding.UTF8.GetBytes(value);
                Header(StringKind.Spelled, bytes.Length);
                Write(bytes);
            }
        }

        private void Header(StringKind kind, int number) => Write7BitEncodedInt((number << 2) | (int)kind);
    }

    private sealed class Reader(byte[] stored, string text) : BinaryReader(new MemoryStream(stored, writable: false), Encoding.UTF8)
    {
        private int _end;

        public List<T> List<T>(Func<T> read)
        {
            var count = Read7BitEncodedInt();
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)stored.Length);
            _end = 0;
            var items = new List<T>(count);
            for (var i = 0; i < count; i++)
            {
                items.Add(read());
            }
            return items;
        }

        public List<ScoredLabel> Labels() => List(() => new ScoredLabel(String()!, Fraction()));

        public (int Start, int Length) Place()
        {
            var (start, length) = (_end + Number(), Read7BitEncodedInt());
            _end = start + length;
            return (start, length);
        }

        public double Fraction() => Number() / Steps;

        public int Number()
        {
            var value = (uint)Read7BitEncodedInt();
            return (int)(value >> 1) ^ -(int)(value & 1);
        }

        public string? String()
        {
            var header = (uint)Read7BitEncodedInt();
            var number = (int)(header >> 2);
            return (StringKind)(header & 3) switch
            {
                StringKind.None => null,
                StringKind.Known => Known[number],
                StringKind.InText => text.Substring(number, Read7BitEncodedInt()),
                _ => Encoding.UTF8.GetString(ReadExactly(number)),
            };
        }

        private byte[] ReadExactly(int count)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)stored.Length);
            var bytes = new byte[count];
            BaseStream.ReadExactly(bytes);
            return bytes;
        }
    }
}
