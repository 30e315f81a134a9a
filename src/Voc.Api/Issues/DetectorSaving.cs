using Voc.Analysis.Issues;

namespace Voc.Api.Issues;

/// <summary>When the detector's state is saved: seldom enough not to disturb, often enough that little is to be caught up with after a kill.</summary>
internal sealed class DetectorSaving(DetectorFile file, TimeProvider time)
{
    private const int ManyChanges = 5_000;
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(5);

    /// <summary>How long at most deleted feedback counts in the file.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);

    private long _saved;
    private int _changes;
    private long? _deletedAt;
    private bool _isWhole;

    /// <summary>The detector goes on from what was saved.</summary>
    public void Begin() => _saved = time.GetTimestamp();

    /// <summary>Notes what the detector has counted since it was saved.</summary>
    public void Note(int changes, bool deleted)
    {
        _changes += changes;
        _deletedAt = deleted ? _deletedAt ?? time.GetTimestamp() : _deletedAt;
    }

    /// <summary>From now on the detector is in a state that must not be saved: what it found is not stored yet.</summary>
    public void Break() => _isWhole = false;

    /// <summary>What the detector found is stored; saves it if that is due.</summary>
    /// <param name="detector">As it is after that event.</param>
    /// <param name="last">The last event that it has counted.</param>
    /// <param name="now">Whether it is due anyway.</param>
    public async Task MendAsync(IssueDetector detector, long last, bool now = false)
    {
        _isWhole = true;
        var since = time.GetElapsedTime(_saved);
        if (now || (!file.IsBusy && ((_changes > 0 && since >= Latest) || (_changes >= ManyChanges && since >= Soonest) || (_deletedAt is { } at && time.GetElapsedTime(at) >= Forgotten))))
        {
            await SaveAsync(detector, last);
        }
    }

    /// <summary>Saves what has changed before the service ends.</summary>
    public async Task EndAsync(IssueDetector detector, long last)
    {
        if (_isWhole && _changes > 0)
        {
            await SaveAsync(detector, last);
        }
        await file.FlushedAsync();
    }

    private async Task SaveAsync(IssueDetector detector, long last)
    {
        await file.SaveAsync(detector, last);
        (_saved, _changes, _deletedAt) = (time.GetTimestamp(), 0, null);
    }
}
