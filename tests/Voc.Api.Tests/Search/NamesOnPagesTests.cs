using System.Text.RegularExpressions;
using Voc.Analysis.Search;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Search;

public sealed partial class NamesOnPagesTests
{
    [Theory]
    [InlineData(QueryField.Channel, 5)]
    [InlineData(QueryField.Sentiment, 3)]
    [InlineData(QueryField.Intent, 6)]
    public void What_pages_call_a_value_is_understood_in_a_query(QueryField field, int values)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "src/Voc.Dashboard/client/src/feedback/texts.ts"));
        // In Japanese, then in English.
        var blocks = Regex.Matches(source, $@"^    {field.Name()}: \{{(.*?)\}},$", RegexOptions.Multiline | RegexOptions.Singleline);

        Assert.Equal(2, blocks.Count);
        Assert.All(blocks, block =>
        {
            var names = Entry().Matches(block.Groups[1].Value);
            Assert.Equal(values, names.Count);
            Assert.All(names, name =>
            {
                Assert.True(QueryFields.TryValue(field, name.Groups["name"].Value, out var value), name.Value);
                Assert.Equal(name.Groups["value"].Value, value);
            });
        });
    }

    [GeneratedRegex("""'?(?<value>[a-z-]+)'?: '(?<name>[^']+)'""")]
    private static partial Regex Entry();
}
