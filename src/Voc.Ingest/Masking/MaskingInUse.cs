namespace Voc.Ingest.Masking;

/// <summary>The masking rules in use. Another set takes effect with the next text; texts under way finish with theirs.</summary>
/// <param name="rules">The rules to start with.</param>
public sealed class MaskingInUse(PersonalDataMasker rules)
{
    private volatile PersonalDataMasker _now = rules;

    /// <summary>The rules now. Whoever takes them goes on with them.</summary>
    public PersonalDataMasker Now
    {
        get => _now;
        set => _now = value;
    }
}
