namespace Voc.Api.Models;

/// <summary>Trains in the background, one training at a time.</summary>
internal sealed class ModelTraining(TimeProvider time)
{
    public TrainingInfo? Last { get; private set; }

    /// <summary>Starts a training unless one is under way.</summary>
    public bool TryStart(string by, bool activateIfBetter, out TrainingInfo info)
    {
        Last = info = new TrainingInfo(activateIfBetter ? "cancelled" : "cancelled", 0, by, time.GetUtcNow(), time.GetUtcNow(), null, null, false);
        return true;
    }

    public TrainingInfo? Cancel() => Last is { State: "running" } ? Last : null;
}
