using Voc.Analysis.Spelling;
using Voc.Analysis.Tests.Morphology;

namespace Voc.Analysis.Tests.Spelling;

public sealed class SpellingListTests
{
    [Theory]
    [InlineData("words.txt", "ひとつ")]
    [InlineData("words.txt", "あ い\nい う")]
    [InlineData("kanji.txt", "沢")]
    [InlineData("kanji.txt", "沢田 澤田")]
    public void A_line_that_cannot_be_used_is_named_with_its_number(string file, string text)
    {
        var directory = Directory.CreateTempSubdirectory("voc-spelling").FullName;
        try
        {
            File.WriteAllText(Path.Combine(directory, "words.txt"), "# nothing\n");
            File.WriteAllText(Path.Combine(directory, "kanji.txt"), "# nothing\n");
            File.WriteAllText(Path.Combine(directory, file), text);

            Assert.Contains($"{file}:{text.Count(c => c == '\n') + 1}", Assert.Throws<DataFileException>(() => SpellingDictionary.Load(Ipadic.Tokenizer, directory)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void Every_listed_spelling_finds_the_others()
    {
        var forms = new SpellingForms(Ipadic.Tokenizer, SpellingDictionary.Load(Ipadic.Tokenizer));
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "spelling", "words.txt")).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var spellings = line.Split(' ');
            Assert.All(spellings, s => Assert.Empty(spellings.Except([s]).Except(forms.Of(s))));
        }
    }
}
