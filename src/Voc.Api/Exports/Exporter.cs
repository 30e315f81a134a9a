using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Voc.Api.Reading;
using Voc.Api.SavedSearches;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.Exports;

/// <summary>How far an export is: texts written of how many.</summary>
internal readonly record struct ExportProgress(long Written, long Total);

/// <summary>What became of an export.</summary>
internal sealed record ExportResult(long Total, ExportLosses Losses);

/// <summary>Writes all that a search finds, however much that is, from one state of the archive.</summary>
internal sealed class Exporter(ArchiveSearch search, ExportColumns columns, CurrentReading reading, TimeProvider time, VocOptions options)
{
    private const int ReportEvery = 500;

    /// <summary>Checks what can be checked before anything is written.</summary>
    /// <exception cref="ExportRequestException">A column does not exist.</exception>
    /// <exception cref="SearchParameterException">A parameter of the search does not hold what it should.</exception>
    /// <exception cref="Voc.Analysis.Search.QueryException">The query cannot be understood.</exception>
    public void Check(string address, ExportRequest request)
    {
        _ = columns.Choose(request.Columns);
        search.Find(Everything(address)).Dispose();
    }

    /// <summary>Writes. Holds one page of the result in memory at a time.</summary>
    /// <param name="address">The search, see <see cref="SavedQuery"/>.</param>
    /// <param name="request">How to write it.</param>
    /// <param name="reader">Whose language headings and cover are in.</param>
    /// <param name="output">Where to; is left open.</param>
    /// <param name="started">Is told how many there will be before the first byte is written.</param>
    /// <param name="progress">Is told now and then, and at the end.</param>
    /// <param name="cancellationToken">Stops between two texts.</param>
    public ExportResult Write(
        string address, ExportRequest request, CultureInfo reader, Stream output, Action<long>? started, IProgress<ExportProgress>? progress, CancellationToken cancellationToken)
    {
        var query = Everything(address);
        var chosen = columns.Choose(request.Columns);
        using var found = search.Find(query, cancellationToken);
        var total = found.Texts.Total;
        started?.Invoke(total);
        using var writer = ExportWriter.Create(output, request, chosen, reader);
        writer.Begin(request.Cover ? Cover(address, query, found) : null);
        var written = 0L;
        foreach (var text in ExportedText.Read(found.Connection, found.Texts.Ids(found.Order), reader))
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Write(text);
            if (++written % ReportEvery == 0)
            {
                progress?.Report(new(written, total));
            }
        }
        writer.End();
        progress?.Report(new(written, total));
        return new ExportResult(written, writer.Losses);
    }

    private ExportCover Cover(string address, SearchRequest query, FoundTexts found) => ExportCover.Of(
        address, query, found.Texts.Total, found.Index.Sequence, reading.Now.Version, TimeZoneInfo.ConvertTime(time.GetUtcNow(), options.Zone));

    /// <summary>The whole result, newest first unless the address says otherwise, near-duplicates and all.</summary>
    private SearchRequest Everything(string address)
    {
        var sorted = QueryHelpers.ParseQuery(address).ContainsKey("sort") ? address : $"{address.TrimStart('?')}&sort=newest";
        return SavedQuery.Read(sorted).Request(CompanyDay.Of(time.GetUtcNow(), options.Zone));
    }
}
