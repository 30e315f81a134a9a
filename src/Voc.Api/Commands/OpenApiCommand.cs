using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Voc.Api.Storage;

namespace Voc.Api.Commands;

internal static class OpenApiCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Command Create()
    {
        var command = new Command("openapi", "Print the description of the HTTP API (OpenAPI 3.1)");
        command.SetAction(async (_, cancellationToken) =>
        {
            var folder = Directory.CreateTempSubdirectory("voc-openapi");
            try
            {
                Console.WriteLine(await DescribeAsync(new VocOptions { DataDirectory = folder.FullName }, cancellationToken));
                return 0;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    /// <summary>The description as the service serves it, without the address it happens to be served at.</summary>
    public static async Task<string> DescribeAsync(VocOptions options, CancellationToken cancellationToken)
    {
        await new Store(options).MigrateAsync(cancellationToken);
        await using var app = Server.Build(options, ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"]);
        await app.StartAsync(cancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", cancellationToken))!.AsObject();
        document.Remove("servers");
        await app.StopAsync(cancellationToken);
        return document.ToJsonString(Indented);
    }
}
