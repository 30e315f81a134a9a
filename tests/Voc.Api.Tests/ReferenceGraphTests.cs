using System.Xml.Linq;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests;

public sealed class ReferenceGraphTests
{
    /// <summary>References follow the data: a producer knows the type its consumer accepts, and only the host knows everyone.</summary>
    [Theory]
    [InlineData("Voc.Analysis")]
    [InlineData("Voc.Ingest", "Voc.Analysis")]
    [InlineData("Voc.Dashboard", "Voc.Analysis")]
    [InlineData("Voc.Api", "Voc.Analysis", "Voc.Dashboard", "Voc.Ingest")]
    public void A_project_references_only_what_the_architecture_says(string project, params string[] allowed)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        var references = file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));

        Assert.Equal(allowed, references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void There_are_no_other_projects_in_src() =>
        Assert.Equal(
            ["Voc.Analysis", "Voc.Api", "Voc.Dashboard", "Voc.Ingest"],
            Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
}
