using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

public sealed partial class IssueDetector
{
    // To be changed with whatever is saved in another way.
    private const string Format = "Voc detector 3";

    /// <summary>
    /// Writes all that decides what it says next, in blocks with checksums, about a hundred megabytes where it has seen a million texts.
    /// Not between <see cref="Evaluate"/> and the moment its findings have their identifiers.
    /// </summary>
    /// <param name="to">Where to.</param>
    /// <param name="place">What the caller needs to know of the moment, such as the last event that was counted.</param>
    public void Save(Stream to, string place)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(place);
        var block = new BlockWriter();
        block.Text(Format);
        block.Text(Fingerprint());
        block.Text(place);
        block.End(to);
        _archive.WriteSpace(block);
        block.End(to);
        var reports = new SavedReports();
        _archive.Note(reports);
        _new.ForEach(reports.Note);
        _issues.Note(reports);
        reports.Write(block);
        block.End(to);
        _archive.Write(block, reports);
        block.End(to);
        _counts.Write(block, to);
        _issues.Write(block, reports);
        Write(block, reports);
        block.End(to);
    }

    /// <summary>
    /// Brings a detector that has seen nothing yet to the state that was saved; false, and nothing is changed, where it was saved by another
    /// build of the program, with other settings or word lists, or at a place that the caller does not accept.
    /// </summary>
    /// <exception cref="InvalidDataException">It is damaged; the detector must not be used any more.</exception>
    public bool Restore(Stream from, Func<string, bool> accepts)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(accepts);
        try
        {
            var head = new BlockReader(BlockReader.Next(from));
            if (head.Text() != Format || head.Text() != Fingerprint() || !accepts(head.Text()))
            {
                return false;
            }
            var (savedSpace, savedReports, savedArchive) = (BlockReader.Next(from), BlockReader.Next(from), BlockReader.Next(from));
            var archive = Task.Run(() => ReadArchive(savedSpace, savedReports, savedArchive));
            _counts.Read(from);
            var last = new BlockReader(BlockReader.Next(from));
            var reports = archive.GetAwaiter().GetResult();
            _issues.Read(ref last, reports);
            Read(ref last, reports);
            return true;
        }
        catch (Exception wrong) when (wrong is IndexOutOfRangeException or ArgumentException or OverflowException or NullReferenceException)
        {
            throw BlockReader.Damaged();
        }
    }

    /// <summary>
    /// After <see cref="Restore(Stream, Func{string, bool})"/>, makes known what became of issues since the state was saved, so that none is
    /// found again. To be called before the feedback since then is added.
    /// </summary>
    public void Resume(IReadOnlyList<KnownIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(issues);
        _issues.Resume(issues, _counts);
    }

    private SavedReports ReadArchive(Block savedSpace, Block savedReports, Block savedArchive)
    {
        var block = new BlockReader(savedSpace);
        var space = _archive.ReadSpace(ref block);
        block = new BlockReader(savedReports);
        var reports = new SavedReports();
        reports.Read(ref block, space);
        block = new BlockReader(savedArchive);
        _archive.Read(ref block, reports);
        return reports;
    }

    private void Write(BlockWriter to, SavedReports reports)
    {
        reports.Write(to, _new);
        to.Signed(_learned.Day);
        to.Number(_learned.Reports);
        to.Value(_learned.PerDay);
        to.Value(_tails.Products);
        to.Value(_tails.Everything);
        to.Value(_tails.Slices);
        to.Signed(_thresholdDay);
        to.Value(_allowed);
        to.Value(_pace);
        to.Signed(_trimmed);
        to.Number(_reports);
    }

    private void Read(ref BlockReader from, SavedReports reports)
    {
        reports.Read(ref from, _new);
        _learned = (from.Signed(), from.Int(), from.Value<double>());
        _tails = new(from.Value<AlarmTail>(), from.Value<AlarmTail>(), from.Value<AlarmTail>());
        (_thresholdDay, _allowed) = (from.Signed(), from.Value<double>());
        _pace = from.Value<double>();
        _trimmed = from.Signed();
        _reports = from.Int();
    }

    /// <summary>
    /// What a state must have been saved with to be understood: the build, since what a number means is in its code, the runtime, since
    /// values are saved as memory has them, the settings and the word lists.
    /// </summary>
    private string Fingerprint()
    {
        using var words = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var word in _options.GraveWords.Safety.Append("").Concat(_options.GraveWords.Money))
        {
            words.AppendData(Encoding.UTF8.GetBytes(word + "\n"));
        }
        foreach (var file in Directory.EnumerateFiles(ShippedData.Folder("concepts"), "*.tsv").Order(StringComparer.Ordinal))
        {
            words.AppendData(File.ReadAllBytes(file));
        }
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{typeof(IssueDetector).Module.ModuleVersionId} {RuntimeInformation.FrameworkDescription} {RuntimeInformation.ProcessArchitecture} {_options.Zone.Id} {_options.FalseAlarmsPerYear:R} {_options.MaxCandidates} {string.Join('\t', _options.SliceFields ?? ["*"])} {Convert.ToHexString(words.GetHashAndReset())}");
    }
}
