using System.IO.Compression;
using Voc.Analysis.Morphology;

namespace Voc.Analysis.Tests.Morphology;

public sealed class DictionaryLoadingTests : IDisposable
{
    private static readonly string Good = Path.Combine(AppContext.BaseDirectory, "dictionary");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voc-dictionary-");

    public DictionaryLoadingTests()
    {
        foreach (var file in Directory.GetFiles(Good))
        {
            File.CreateSymbolicLink(Path.Combine(_folder.FullName, Path.GetFileName(file)), file);
        }
    }

    public static TheoryData<string> Files =>
        ["base", "check", "cc", "tid", "tid_map", "tid_pos", "unk", "unk_map", "unk_pos", "unk_char", "unk_compat", "unk_invoke"];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_dictionary_is_loaded_from_any_folder()
    {
        Assert.Equal(2, Tokenizer.Load(_folder.FullName).Tokenize("犬が").Count);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_missing_file_is_named_with_what_to_do(string name)
    {
        File.Delete(PathOf(name));
        AssertRefused(name);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_is_not_compressed_is_refused(string name)
    {
        Replace(name, new byte[4096]);
        AssertRefused(name);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_was_cut_short_is_refused(string name)
    {
        var whole = File.ReadAllBytes(PathOf(name));
        Replace(name, whole[..100]);
        AssertRefused(name);
    }

    [Theory]
    [InlineData("base")]
    [InlineData("cc")]
    [InlineData("tid_map")]
    [InlineData("tid")]
    [InlineData("unk_map")]
    [InlineData("unk_char")]
    [InlineData("unk_invoke")]
    public void A_file_of_another_format_is_refused(string name)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
        {
            gzip.Write(Enumerable.Repeat((byte)0x7F, 12_000_000).ToArray());
        }

        Replace(name, memory.ToArray());
        AssertRefused(name);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name + ".dat.gz");

    private void Replace(string name, byte[] content)
    {
        File.Delete(PathOf(name));
        File.WriteAllBytes(PathOf(name), content);
    }

    private void AssertRefused(string name)
    {
        var fault = Assert.Throws<DictionaryException>(() => Tokenizer.Load(_folder.FullName));
        Assert.Contains(PathOf(name), fault.Text.En, StringComparison.Ordinal);
        Assert.Contains(PathOf(name), fault.Text.Ja, StringComparison.Ordinal);
    }
}
