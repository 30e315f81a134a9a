namespace Voc.Ingest.Tests;

/// <summary>Tests that take so much of the machine that they would disturb what others measure: they run one by one, after the others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
