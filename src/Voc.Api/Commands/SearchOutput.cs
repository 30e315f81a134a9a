using System.Globalization;
using System.Text;
using Spectre.Console;
using Voc.Api.Search;

namespace Voc.Api.Commands;

/// <summary>Prints what a search found, for eyes or for other programs.</summary>
internal static class SearchOutput
{
    /// <summary>A line a hit: id, time, channel, product, sentiment and text with tabs between; then a line a facet value.</summary>
    public static void Lines(SearchResult result, TextWriter output, TimeZoneInfo zone)
    {
        foreach (var hit in result.Hits)
        {
            output.WriteLine(string.Join('\t', hit.Id, Time(hit, zone), hit.Channel, hit.Product ?? "", hit.Sentiment.Label, OneLine(hit.Text)));
        }
        foreach (var (facet, values) in result.Facets)
        {
            foreach (var value in values)
            {
                output.WriteLine(string.Join('\t', "facet", facet, value.Value, value.Count.ToString(CultureInfo.InvariantCulture)));
            }
        }
        Console.Error.WriteLine($"{result.Total.ToString("N0", CultureInfo.InvariantCulture)} 件 / hits");
    }

    public static void Tables(SearchResult result, IAnsiConsole console, TimeZoneInfo zone)
    {
        var hits = new Table().Border(TableBorder.Simple).AddColumns("", "", "", "").HideHeaders();
        foreach (var hit in result.Hits)
        {
            hits.AddRow(
                new Markup($"[dim]{Time(hit, zone)}[/]"),
                new Markup($"{Markup.Escape(hit.Channel)}\n[dim]{Markup.Escape(hit.Product ?? "")}[/]"),
                new Markup(Colored(hit.Sentiment.Label)),
                new Markup(Marked(hit)));
        }
        console.Write(hits);
        foreach (var (facet, values) in result.Facets)
        {
            var chart = new BarChart().Label(facet).LeftAlignLabel().Width(60);
            console.Write(chart.AddItems(values.Take(20), v => new BarChartItem(Markup.Escape(v.Label), v.Count, Color.Teal)));
        }
        console.MarkupLine($"[bold]{result.Total.ToString("N0", CultureInfo.InvariantCulture)}[/] 件 / hits  [dim]{result.ElapsedMilliseconds} ms[/]");
    }

    private static string Time(SearchHit hit, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(hit.OccurredAt, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Colored(string sentiment) => sentiment switch
    {
        "positive" => "[green]positive[/]",
        "negative" => "[red]negative[/]",
        _ => "[dim]neutral[/]",
    };

    private static string Marked(SearchHit hit)
    {
        var marked = new StringBuilder();
        var at = 0;
        foreach (var highlight in hit.Highlights)
        {
            marked.Append(Markup.Escape(hit.Text[at..highlight.Start]))
                .Append("[black on yellow]").Append(Markup.Escape(hit.Text.Substring(highlight.Start, highlight.Length))).Append("[/]");
            at = highlight.Start + highlight.Length;
        }
        return OneLine(marked.Append(Markup.Escape(hit.Text[at..])).ToString());
    }

    private static string OneLine(string text) => text.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
}
