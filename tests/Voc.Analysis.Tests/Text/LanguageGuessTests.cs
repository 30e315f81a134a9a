using Voc.Analysis.Text;

namespace Voc.Analysis.Tests.Text;

public sealed class LanguageGuessTests
{
    public static IEnumerable<object[]> Languages => SpecTable.Rows("Text/Specs/Languages.md");

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_language_is_the_one_of_the_table(string text, string language)
    {
        Assert.Equal(language, LanguageGuess.Of(text));
    }
}
