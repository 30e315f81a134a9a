namespace Voc.Ingest.Forms;

/// <summary>The files that lie beside these classes and travel inside the assembly.</summary>
internal static class FormAssets
{
    /// <summary>The style sheet of the form, for the script and the page.</summary>
    public static string StyleSheet { get; } = Read("form.css");

    /// <param name="name">Name of the file.</param>
    /// <param name="folder">Folder of the project it lies in.</param>
    public static string Read(string name, string folder = "Forms")
    {
        using var stream = typeof(FormAssets).Assembly.GetManifestResourceStream($"Voc.Ingest.{folder}.{name}")
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
