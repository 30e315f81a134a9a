using Voc.Api.Commands;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_description_the_client_is_generated_from_is_the_one_the_service_serves()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test");
        try
        {
            var served = await OpenApiCommand.DescribeAsync(new VocOptions { DataDirectory = folder.FullName }, default);
            var committed = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src/Voc.Dashboard/client/openapi.json"));

            Assert.True(committed.Trim() == served.Trim(), "Stale: run  ./voc openapi > src/Voc.Dashboard/client/openapi.json && npm --prefix src/Voc.Dashboard/client run generate");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
