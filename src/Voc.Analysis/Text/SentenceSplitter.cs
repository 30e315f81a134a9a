namespace Voc.Analysis.Text;

/// <summary>
/// Splits a text into sentences. They end at 。！？ and their half-width forms, at line breaks, and where informal text ends
/// them: at laughter, at emoji, at dots after a predicate. What is in quotes or brackets stays together, and numbers, addresses
/// and abbreviations are not split. Time is linear in the length of the text.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>Splits a text.</summary>
    /// <param name="text">Any string, as given or normalised.</param>
    /// <returns>Sentences in text order, without white space around them; together they hold all else of the text.</returns>
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<TextSpan>();
        var brackets = new Brackets(text);
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            if (at == start && char.IsWhiteSpace(text[at]))
            {
                start = ++at;
                continue;
            }

            var next = Next(text, brackets, start, at, out var ends);
            if (ends)
            {
                Add(sentences, text, start, next);
                start = next;
            }

            at = next;
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    /// <summary>Reads what is at a place of the sentence that began at <paramref name="start"/>: where it ends, and whether the sentence does.</summary>
    private static int Next(string text, Brackets brackets, int start, int at, out bool ends)
    {
        ends = text[at] is '\n' or '\r';
        if (ends)
        {
            return at + 1;
        }

        var address = WebAddress.EndAt(text, at);
        if (address > at)
        {
            return address;
        }

        var closed = brackets.EndAt(at);
        if (closed > at)
        {
            ends = SentenceEnd.IsAfterBrackets(text, start, at, closed);
            return ends ? SentenceEnd.SkipTail(text, brackets, closed) : closed;
        }

        (var next, ends) = SentenceEnd.Read(text, brackets, start, at);
        return next;
    }

    private static void Add(List<TextSpan> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new TextSpan(start, end - start));
        }
    }
}
