using System.Text.Json;
using Voc.Analysis;
using Voc.Api.Access;
using Voc.Api.Snippets;

namespace Voc.Api.Demo;

/// <summary>The company's snippets for call notes, as shipped in <c>data/demo/snippets.json</c>.</summary>
internal sealed class DemoSnippets(SnippetBook book)
{
    private static readonly SnippetWriter By = new("demo-" + Policies.Product, KeepsCompany: true);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Keeps those that are not there yet.</summary>
    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var known = book.All(By).Select(s => s.Key).ToHashSet();
        var shipped = JsonSerializer.Deserialize<SnippetInput[]>(await File.ReadAllTextAsync(Path.Combine(ShippedData.Folder("demo"), "snippets.json"), cancellationToken), Json)!;
        foreach (var snippet in shipped.Where(s => !known.Contains(SnippetRules.Key(s.Key!))))
        {
            if (await book.AddAsync(snippet with { Shared = true }, By, cancellationToken) is (_, { } refusal))
            {
                throw new InvalidDataException($"snippets.json: {snippet.Key}: {refusal.Message.En}");
            }
        }
    }
}
