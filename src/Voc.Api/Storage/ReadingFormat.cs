using System.Text;

namespace Voc.Api.Storage;

/// <summary>
/// The binary form of a <see cref="StoredReading"/>, an eighth of its JSON: a byte with the version; names of topics and of intents, the
/// confidence in each, sentences, opinions and keyphrases, each list behind its length. Numbers are 7 bits a byte, scores and confidences in
/// steps of 1/10,000, offsets relative to the end of the last. A string that stands in the text is a place in it; names of topics and
/// intents never are, so that <see cref="Topics"/> and <see cref="Intents"/> find them without the text, and without decoding all.
/// </summary>
internal static class ReadingFormat
{
    private const byte Version = 1;
    private const double Steps = 10_000;

    public static byte[] Write(StoredReading reading, string text)
    {
        using var bytes = new MemoryStream(128);
        using (var writer = new Writer(bytes, text))
        {
            writer.Write(Version);
            writer.List(reading.Topics, t => writer.Name(t.Label));
            writer.List(reading.Intents, i => writer.Name(i.Label));
            foreach (var label in reading.Topics.Concat(reading.Intents))
            {
                writer.Fraction(label.Confidence);
            }
            writer.List(reading.Sentences, s =>
            {
                writer.Place(s.Start, s.Length);
                writer.Number((int)s.Label);
                writer.Fraction(s.Score);
            });
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
            return version == Version ? Read(reader) : throw new InvalidDataException($"A reading of version {version}, which this version of Voc does not know.");
        }
        catch (Exception damaged) when (damaged is EndOfStreamException or FormatException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("A reading that does not fit its text.", damaged);
        }
    }

    /// <summary>The names of topics, packed; the same bytes for the same topics.</summary>
    public static ReadOnlySpan<byte> Topics(ReadOnlySpan<byte> stored) => stored[1..(1 + PackedNames.Length(stored[1..]))];

    /// <summary>The names of intents, packed.</summary>
    public static ReadOnlySpan<byte> Intents(ReadOnlySpan<byte> stored)
    {
        var rest = stored[(1 + Topics(stored).Length)..];
        return rest[..PackedNames.Length(rest)];
    }

    private static StoredReading Read(Reader reader)
    {
        var (topics, intents) = (reader.List(() => reader.String()!), reader.List(() => reader.String()!));
        var (scoredTopics, scoredIntents) = (reader.Scored(topics), reader.Scored(intents));
        var sentences = reader.List(() =>
        {
            var (start, length) = reader.Place();
            return new SentenceSentiment(start, length, (SentimentLabel)reader.Number(), reader.Fraction());
        });
        return new StoredReading(sentences, scoredIntents, scoredTopics, reader.List(() => Opinion(reader)), reader.List(() => reader.String()!));
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
                Header(PackedString.None, 0);
            }
            else if (value.Length > 0 && text.IndexOf(value, StringComparison.Ordinal) is var at and >= 0)
            {
                Header(PackedString.InText, at);
                Write7BitEncodedInt(value.Length);
            }
            else
            {
                Name(value);
            }
        }

        /// <summary>A string that is not looked for in the text.</summary>
        public void Name(string value)
        {
            if (Array.IndexOf(PackedNames.Known, value) is var known and >= 0)
            {
                Header(PackedString.Known, known);
            }
            else
            {
                var bytes = Encoding.UTF8.GetBytes(value);
                Header(PackedString.Spelled, bytes.Length);
                Write(bytes);
            }
        }

        private void Header(PackedString kind, int number) => Write7BitEncodedInt((number << 2) | (int)kind);
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

        public List<ScoredLabel> Scored(List<string> labels) => [.. labels.Select(l => new ScoredLabel(l, Fraction()))];

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
            return (PackedString)(header & 3) switch
            {
                PackedString.None => null,
                PackedString.Known => PackedNames.Known[number],
                PackedString.InText => text.Substring(number, Read7BitEncodedInt()),
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
