namespace Voc.Analysis.Text;

/// <summary>Second step of normalisation: marks whose meaning depends on their neighbours, and repetitions.</summary>
internal sealed class MarkFolding(OffsetText input)
{
    private const string Dashes = "-‐‑‒–—―−─━";
    private const string Waves = "〜~∼〰";
    private const string SmallKana = "ぁぃぅぇぉっゃゅょァィゥェォッャュョ";
    private readonly OffsetText _output = new(input.Length);
    private readonly List<TextSignal> _signals = [];
    private int _marksEnd;

    /// <summary>Folds the input.</summary>
    /// <param name="signals">What stress was found.</param>
    public OffsetText Fold(out IReadOnlyList<TextSignal> signals)
    {
        for (var at = 0; at < input.Length;)
        {
            at = FoldRun(at, RunEnd(at));
        }

        signals = _signals;
        return _output;
    }

    /// <summary>Folds the run of one character from <paramref name="at"/> to <paramref name="end"/>; answers where to go on.</summary>
    private int FoldRun(int at, int end)
    {
        var c = input.Units[at];
        if (c is 'ー' || Dashes.Contains(c) || Waves.Contains(c))
        {
            return FoldProlonged(at);
        }

        if (c is 'ゝ' or 'ゞ' or 'ヽ' or 'ヾ' && IterationMark.Expand(c, _output.Units, Unit(at + 1)) is { } kana)
        {
            Copy(at, at + 1, kana);
            return at + 1;
        }

        if (c is 'w' or 'W' && Laughter.EndOf(input.Units, at) is var laughterEnd and > 0)
        {
            Signal(TextSignalKind.Laughter, at, laughterEnd);
            Copy(at, laughterEnd, 'w');
            return laughterEnd;
        }

        return c is '!' or '?' ? FoldExclamation(at) : FoldRepeated(at, end);
    }

    private int FoldRepeated(int at, int end)
    {
        var c = input.Units[at];
        if (c == '…' || (c is '.' or '・' && end - at >= 3))
        {
            Signal(TextSignalKind.Ellipsis, at, end);
            Copy(at, end, '…');
        }
        else if (c is '。' or '、' && end - at >= 2)
        {
            // The mark stays what it is, so that sentences still end there.
            Signal(TextSignalKind.Ellipsis, at, end);
            Copy(at, end, c);
        }
        else if (SmallKana.Contains(c) ? end - at >= 2 : Scripts.IsKana(c) && end - at >= 3)
        {
            FoldKana(at, end);
        }
        else
        {
            CopyRun(at, end);
        }

        return end;
    }

    /// <summary>One small kana stays of a run, and two of others, because かわいい and おいしい have two of their own.</summary>
    private void FoldKana(int at, int end)
    {
        var c = input.Units[at];
        Signal(TextSignalKind.Elongation, at, end);
        if (!SmallKana.Contains(c))
        {
            Copy(at, ++at, c);
        }

        Copy(at, end, c);
    }

    private void CopyRun(int at, int end)
    {
        if (input.Units[at] == '笑' && Laughter.IsWritten(input.Units, at))
        {
            Signal(TextSignalKind.Laughter, at, end);
        }

        for (; at < end; at++)
        {
            var c = input.Units[at];
            Copy(at, at + 1, c is 'ゎ' or 'ぃ' or 'ぅ' or 'ぁ' ? DecorativeKana.Written(c, _output.Units) : c);
        }
    }

    private int FoldExclamation(int at)
    {
        var end = at;
        var asks = false;
        while (end < input.Length && input.Units[end] is '!' or '?')
        {
            asks |= input.Units[end++] == '?';
        }

        if (end - at > 1)
        {
            Signal(TextSignalKind.Exclamation, at, end);
        }

        Copy(at, end, asks ? '?' : '!');
        return end;
    }

    /// <summary>
    /// Marks of a prolonged sound: one stays in katakana, and two or more after hiragana only stress the word and go. A dash
    /// after katakana and a wave after kana count as one.
    /// </summary>
    private int FoldProlonged(int at)
    {
        var before = _output.Length > 0 ? _output.Units[^1] : '\0';
        var after = Unit(MarksEnd(at));
        var joins = !Scripts.IsLatin(after) && !Scripts.IsKanji(after);
        var end = at;
        while (end < input.Length && IsProlonging(input.Units[end], before, joins))
        {
            end++;
        }

        if (end == at)
        {
            Copy(at, at + 1, input.Units[at]);
            return at + 1;
        }

        if (end - at > 1)
        {
            Signal(TextSignalKind.Elongation, at, end);
        }

        if (Elongation.Written(_output.Units, Unit(end), Unit(end + 1), end - at) is { } written)
        {
            Copy(at, end, written);
        }

        return end;
    }

    private static bool IsProlonging(char c, char before, bool joins) =>
        c == Scripts.ProlongedSound
        || (joins && (Dashes.Contains(c) ? Scripts.IsKatakana(before) : Waves.Contains(c) && Scripts.IsKana(before)));

    /// <summary>Where the marks from a place on end, which is not looked for twice.</summary>
    private int MarksEnd(int at)
    {
        _marksEnd = Math.Max(_marksEnd, at);
        while (_marksEnd < input.Length && (input.Units[_marksEnd] == Scripts.ProlongedSound || Dashes.Contains(input.Units[_marksEnd]) || Waves.Contains(input.Units[_marksEnd])))
        {
            _marksEnd++;
        }

        return _marksEnd;
    }

    private int RunEnd(int at)
    {
        var end = at + 1;
        while (end < input.Length && input.Units[end] == input.Units[at])
        {
            end++;
        }

        return end;
    }

    private char Unit(int at) => at < input.Length ? input.Units[at] : '\0';

    private void Copy(int from, int to, char unit) => _output.Append(unit, input.StartOf(from), input.EndOf(to - 1));

    private void Signal(TextSignalKind kind, int from, int to)
    {
        var start = input.StartOf(from);
        _signals.Add(new TextSignal(kind, new TextSpan(start, input.EndOf(to - 1) - start)));
    }
}
