namespace Voc.Ingest.Masking;

/// <summary>
/// Finds telephone, card, individual and account numbers and postal codes. Digits are read as groups with separators between them;
/// what a row of groups is follows from their lengths, their check digits and the words before them.
/// </summary>
internal static class NumberFinder
{
    private const int MaxGroups = 5;

    public static void Find(FoldedText text, List<PersonalData> found)
    {
        Span<DigitGroup> groups = stackalloc DigitGroup[MaxGroups];
        for (var i = NextDigit(text, 0); i < text.Length;)
        {
            var count = DigitGroup.Read(text, i, groups);
            i = Recognise(text, groups[..count]) is { } data ? Take(data, found) : groups[0].End;
            i = NextDigit(text, i);
        }
    }

    private static int NextDigit(FoldedText text, int from)
    {
        var next = text.Folded[from..].IndexOfAnyInRange('0', '9');
        return next < 0 ? text.Length : from + next;
    }

    private static int Take(PersonalData data, List<PersonalData> found)
    {
        found.Add(data);
        return data.End;
    }

    private static PersonalData? Recognise(FoldedText text, ReadOnlySpan<DigitGroup> groups)
    {
        var start = groups[0].Start;
        if (NumberContext.IsInsideCode(text, start))
        {
            return null;
        }

        for (var count = groups.Length; count > 0; count--)
        {
            var end = groups[count - 1].End;
            if (NumberContext.GoesOnAsCode(text, end))
            {
                continue;
            }

            if (Classify(text, groups[..count]) is { } kind)
            {
                return Span(text, kind, start, end);
            }
        }

        return null;
    }

    private static PersonalDataKind? Classify(FoldedText text, ReadOnlySpan<DigitGroup> groups)
    {
        Span<char> digits = stackalloc char[DigitGroup.MaxDigits];
        var length = DigitGroup.Join(text, groups, digits);
        var joined = digits[..length];
        var start = groups[0].Start;
        if (length == 0)
        {
            return null;
        }

        if (text.At(start - 1) == '+')
        {
            return PhoneNumber.IsInternational(joined, groups.Length) ? PersonalDataKind.Phone : null;
        }

        if (groups.Length > 1 && (joined.StartsWith("81") || joined.StartsWith("0081")) && PhoneNumber.IsInternational(joined[(joined.IndexOf('8'))..], groups.Length))
        {
            return PersonalDataKind.Phone;
        }

        // A bare run of digits under a word such as 注文番号 is what the word says.
        var labelled = groups.Length == 1 && NumberContext.IsLabelledAsCode(text, start) && PostalCode.MarkStart(text, start) == start;
        return labelled ? null
            : PhoneNumber.IsDomestic(joined, groups) || (PhoneNumber.IsLocal(groups) && NumberContext.IsLabelledAsPhone(text, start)) ? PersonalDataKind.Phone
            : CardNumber.IsCard(joined, groups) ? PersonalDataKind.Card
            : IndividualNumber.IsIndividualNumber(joined, groups, NumberContext.IsLabelledAsIndividualNumber(text, start)) ? PersonalDataKind.MyNumber
            : PostalCode.IsPostalCode(text, groups) ? PersonalDataKind.PostalCode
            : BankAccount.IsAccount(text, joined, groups) ? PersonalDataKind.BankAccount
            : null;
    }

    /// <summary>Takes in the sign that belongs to the number: <c>+</c>, <c>〒</c>, an opening bracket that is closed inside.</summary>
    private static PersonalData Span(FoldedText text, PersonalDataKind kind, int start, int end)
    {
        if (kind == PersonalDataKind.PostalCode)
        {
            start = PostalCode.MarkStart(text, start);
        }
        else if (text.At(start - 1) == '+' || (text.At(start - 1) == '(' && text.Folded[start..end].IndexOf(')') is > 0 and var close && text.Folded.Slice(start, close).IndexOf('(') < 0))
        {
            start--;
        }

        return new(kind, start, end - start);
    }
}
