using System.Diagnostics;
using System.Globalization;
using System.Text;
using Voc.Analysis.Morphology;
using Voc.Ingest;
using Voc.Ingest.Files;
using Voc.Ingest.Mapping;
using Voc.Ingest.Masking;

namespace Voc.Benchmarks.Ingest;

/// <summary>How many rows of a CSV file one core decodes, maps, checks and masks in a second.</summary>
internal static class ImportSpeed
{
    private const int Rows = 200_000;
    private const int Rounds = 3;

    public static void Run()
    {
        var context = new IngestContext(IngestContext.DefaultTimeZone, new CustomerPseudonyms(new byte[32]), TimeProvider.System, new MaskingInUse(new PersonalDataMasker(NameBook.Of(Tokenizer.Load()))));
        var mapping = FieldMapping.Parse("""{"text":"内容","occurredAt":"受付日","product":"商品","customer":"会員番号","nps":"推奨度","attributes":["地域","年代"]}""");
        using var file = new MemoryStream(File());
        for (var round = 1; round <= Rounds; round++)
        {
            file.Position = 0;
            var clock = Stopwatch.StartNew();
            var before = Environment.CpuUsage.TotalTime;
            using var reading = new FileImport(context).Open(file, new("voice.csv", "speed") { Mapping = mapping });
            var accepted = reading.Rows().Count(row => row is AcceptedRow);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{accepted} of {Rows} rows, {file.Length >> 20} MB, {accepted / clock.Elapsed.TotalSeconds:0} rows/s, {accepted / (Environment.CpuUsage.TotalTime - before).TotalSeconds:0} rows per second of processor time"));
        }
    }

    private static byte[] File()
    {
        var csv = new StringBuilder("受付日,会員番号,商品,推奨度,地域,年代,内容\n");
        for (var i = 0; i < Rows; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"2025年{1 + (i % 5)}月{1 + (i % 28)}日,K-{i % 9_000},ポット,{i % 11},東京都,40代,\"{i}番の注文です。先日買ったポットの蓋が閉まらず、お湯がこぼれました。何度か電話しましたがつながりません。折り返しは090-1234-5678までお願いします。\"\n");
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }
}
