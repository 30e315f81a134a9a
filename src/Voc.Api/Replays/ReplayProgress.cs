namespace Voc.Api.Replays;

/// <summary>How far a replay is.</summary>
/// <param name="Share">Part of the work that is done, from 0 to 1.</param>
/// <param name="FalseAlarmsPerYear">The setting that is tried now.</param>
/// <param name="Copy">The copy with dealt dates that is replayed now, from 1; 0 for the archive as it is.</param>
/// <param name="Day">The day that is replayed now.</param>
/// <param name="Alarms">Alarms in this pass.</param>
internal sealed record ReplayProgress(double Share, double FalseAlarmsPerYear, int Copy, DateOnly? Day, int Alarms);
