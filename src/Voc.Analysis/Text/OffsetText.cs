namespace Voc.Analysis.Text;

/// <summary>A text in the making, each unit of which knows the stretch of the original it stands for.</summary>
internal sealed class OffsetText(int capacity)
{
    private char[] _units = new char[Math.Max(16, capacity)];
    private int[] _starts = new int[Math.Max(16, capacity)];
    private int[] _ends = new int[Math.Max(16, capacity)];

    /// <summary>Number of units.</summary>
    public int Length { get; private set; }

    /// <summary>The units.</summary>
    public ReadOnlySpan<char> Units => _units.AsSpan(0, Length);

    /// <summary>Where the original of a unit starts.</summary>
    public int StartOf(int unit) => _starts[unit];

    /// <summary>Where the original of a unit ends.</summary>
    public int EndOf(int unit) => _ends[unit];

    /// <summary>Appends a unit that stands for a stretch of the original.</summary>
    public void Append(char unit, int start, int end)
    {
        if (Length == _units.Length)
        {
            Array.Resize(ref _units, Length * 2);
            Array.Resize(ref _starts, Length * 2);
            Array.Resize(ref _ends, Length * 2);
        }

        (_units[Length], _starts[Length], _ends[Length]) = (unit, start, end);
        Length++;
    }

    /// <summary>Appends units that stand together for one stretch of the original.</summary>
    public void Append(ReadOnlySpan<char> units, int start, int end)
    {
        foreach (var unit in units)
        {
            Append(unit, start, end);
        }
    }
}
