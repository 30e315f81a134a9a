namespace Voc.Ingest.Masking;

/// <summary>Kinds of personal data that are masked.</summary>
public enum PersonalDataKind
{
    /// <summary>A telephone or fax number.</summary>
    Phone,

    /// <summary>A mail address.</summary>
    Email,

    /// <summary>A postal code.</summary>
    PostalCode,

    /// <summary>A payment card number that satisfies Luhn's check.</summary>
    Card,

    /// <summary>A Japanese individual number (My Number).</summary>
    MyNumber,

    /// <summary>A street address down to a number.</summary>
    Address,

    /// <summary>A person's name.</summary>
    Name,

    /// <summary>A bank account, or the sign and number of a postal savings account.</summary>
    BankAccount,

    /// <summary>A date of birth with its day.</summary>
    BirthDate,

    /// <summary>An address of a page that holds a token, a password or a mail address, or is somebody's profile.</summary>
    PrivateUrl,

    /// <summary>Somebody's name in a messenger or social network.</summary>
    AccountId,
}

/// <summary>Personal data found in a text.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Start">Offset of its first UTF-16 unit in the text as it was given.</param>
/// <param name="Length">Its length there in UTF-16 units.</param>
public readonly record struct PersonalData(PersonalDataKind Kind, int Start, int Length)
{
    /// <summary>Offset after its last UTF-16 unit.</summary>
    public int End => Start + Length;
}

/// <summary>A masked text.</summary>
/// <param name="Text">The text with a label such as <c>[電話番号]</c> in place of personal data.</param>
/// <param name="Found">What was masked, in text order, without overlaps.</param>
public sealed record MaskedText(string Text, IReadOnlyList<PersonalData> Found);

/// <summary>Names of the kinds.</summary>
public static class PersonalDataKinds
{
    private static readonly string[] Names = ["phone", "email", "postal-code", "card", "my-number", "address", "name", "bank-account", "birth-date", "private-url", "account-id"];

    private static readonly string[] Labels = ["[電話番号]", "[メールアドレス]", "[郵便番号]", "[カード番号]", "[個人番号]", "[住所]", "[氏名]", "[口座番号]", "[生年月日]", "[URL]", "[SNSアカウント]"];

    /// <summary>The kebab-case name, such as <c>postal-code</c>.</summary>
    public static string Name(this PersonalDataKind kind) => Names[(int)kind];

    /// <summary>The label that stands in a masked text.</summary>
    public static string Label(this PersonalDataKind kind) => Labels[(int)kind];

    /// <summary>Whether a text holds such a label.</summary>
    public static bool IsMasked(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains('[', StringComparison.Ordinal) && Array.Exists(Labels, label => text.Contains(label, StringComparison.Ordinal));
    }
}
