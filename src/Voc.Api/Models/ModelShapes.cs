namespace Voc.Api.Models;

/// <summary>How well one label is told: shares from 0 to 1; count is how many texts have it.</summary>
internal sealed record LabelScore(string Label, double Precision, double Recall, double F1, int Count);

/// <summary>How well one kind of label is told; count is how many texts it was measured on.</summary>
internal sealed record TaskScore(double Accuracy, double MacroF1, int Count, IReadOnlyList<LabelScore> Labels);

/// <summary>How well a reading does on texts that nothing learned from; the count is 0 where none of them has such a label.</summary>
internal sealed record ModelScores(TaskScore Sentiment, TaskScore Intents, TaskScore Topics);

/// <summary>
/// A version of the learned part of the reading. Number 0 is shipped and has neither scores nor maker. Texts and corrections are what it learned
/// from, held out what it was measured on; before are the scores of the version that was active when it was trained, on the same texts.
/// </summary>
internal sealed record ModelVersion(
    int Number, DateTimeOffset? CreatedAt, string? By, int Texts, int Corrections, int HeldOut, ModelScores? Before, ModelScores? After, bool Active);

/// <summary>A training. State is <c>running</c>, <c>done</c>, <c>failed</c> or <c>cancelled</c>; progress from 0 to 1; number is the version it made.</summary>
internal sealed record TrainingInfo(string State, double Progress, string By, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, string? Error, int? Number, bool Activated);

/// <summary>
/// Versions newest first. Outdated is true where the active version learned from what an earlier version of the product brought along, so that
/// training again is worth while. Corrections is how many feedbacks are corrected now, new ones those since the active version was trained.
/// </summary>
internal sealed record ModelList(int Active, bool Outdated, IReadOnlyList<ModelVersion> Versions, TrainingInfo? Training, int Corrections, int NewCorrections);

/// <summary>How to train; with <c>activateIfBetter</c> the new version is used where it scores better than the active one.</summary>
internal sealed record TrainingInput(bool ActivateIfBetter = false);
