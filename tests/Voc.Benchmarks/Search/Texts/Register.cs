namespace Voc.Benchmarks.Search.Texts;

/// <summary>How people write and what they want, by channel; shares of ten.</summary>
internal static class Register
{
    private static readonly string[] Moods = ["complaint", "complaint", "complaint", "complaint", "praise", "praise", "praise", "request", "question", "report"];

    public static string DrawStyle(Channel channel, ref SeededRandom random) => (channel, random.Next(10)) switch
    {
        (Channel.CallNote, _) => "note",
        (Channel.ContactForm, < 9) => "polite",
        (Channel.ContactForm, _) => "dialect",
        (Channel.Social, < 1) => "polite",
        (Channel.Social, < 8) => "casual",
        (Channel.Social, _) => "dialect",
        (_, < 6) => "polite",
        (_, < 9) => "casual",
        _ => "dialect",
    };

    public static string DrawMood(ref SeededRandom random) => Moods[random.Next(Moods.Length)];

    /// <summary>What another sentence of a text is about: mostly the same, else something plain or anything.</summary>
    public static string DrawFurtherMood(string mood, ref SeededRandom random) => random.Next(20) switch
    {
        < 13 => mood,
        < 17 => "report",
        _ => DrawMood(ref random),
    };
}
