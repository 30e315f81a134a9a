namespace Voc.Ingest.Masking;

/// <summary>The masking rules in use. Another set takes effect with the next text; texts under way finish with theirs.</summary>
/// <param name="first">Makes the rules to start with, when they are first needed; again where it failed.</param>
public sealed class MaskingInUse(Func<PersonalDataMasker> first)
{
    private readonly Lazy<PersonalDataMasker> _first = new(first, LazyThreadSafetyMode.PublicationOnly);
    private volatile PersonalDataMasker? _now;

    /// <summary>Starts with rules that are there.</summary>
    public MaskingInUse(PersonalDataMasker rules)
        : this(() => rules)
    {
    }

    /// <summary>The rules now. Whoever takes them goes on with them.</summary>
    public PersonalDataMasker Now
    {
        get => _now ?? _first.Value;
        set => _now = value;
    }
}
