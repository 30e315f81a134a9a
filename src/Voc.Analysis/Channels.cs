namespace Voc;

/// <summary>The names channels go by in files, in the API and on the command line.</summary>
public static class Channels
{
    private static readonly Dictionary<string, Channel> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["survey"] = Channel.Survey,
        ["contact-form"] = Channel.ContactForm,
        ["form"] = Channel.ContactForm,
        ["contact"] = Channel.ContactForm,
        ["call-note"] = Channel.CallNote,
        ["call"] = Channel.CallNote,
        ["note"] = Channel.CallNote,
        ["review"] = Channel.Review,
        ["social"] = Channel.Social,
        ["sns"] = Channel.Social,
    };

    /// <summary>The canonical names, in the order of <see cref="Channel"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["survey", "contact-form", "call-note", "review", "social"];

    /// <summary>The canonical name of a channel, such as <c>contact-form</c>.</summary>
    public static string Name(this Channel channel) => Names[(int)channel];

    /// <summary>Reads a canonical name or a common short form of one, ignoring case; <c>_</c> and a space count as <c>-</c>.</summary>
    public static bool TryParse(string? name, out Channel channel) =>
        ByName.TryGetValue((name ?? "").Trim().Replace('_', '-').Replace(' ', '-'), out channel);
}
