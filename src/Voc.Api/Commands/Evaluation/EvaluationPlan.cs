using System.Text.Json;
using System.Text.Json.Serialization;
using Voc.Api.Problems;

namespace Voc.Api.Commands.Evaluation;

/// <summary>What to measure on beside the held-out part of the corpus. Files are named from the folder given with <c>--files</c>.</summary>
internal sealed record EvaluationPlan
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>A file of lines <c>text⇥words joined by spaces</c>, or null.</summary>
    public string? Segmentation { get; init; }

    /// <summary>Files with a label of sentiment a row, or with none: then it is told how often each label is read.</summary>
    public IReadOnlyList<LabelledFile> Sentiment { get; init; } = [];

    /// <summary>Files to learn a topic from and to be measured on.</summary>
    public IReadOnlyList<TopicFiles> Topics { get; init; } = [];

    /// <summary>Reads a plan.</summary>
    /// <exception cref="JsonException">It is no plan.</exception>
    /// <exception cref="FileNotFoundException">A file that it names is not in the folder.</exception>
    public static EvaluationPlan Read(FileInfo file, string folder)
    {
        var plan = JsonSerializer.Deserialize<EvaluationPlan>(File.ReadAllText(file.FullName), Json) ?? new();
        var files = plan.Sentiment.Select(s => s.File).Concat(plan.Topics.SelectMany(t => t.Train.Concat(t.Test))).Append(plan.Segmentation).OfType<string>();
        return files.FirstOrDefault(f => !File.Exists(Path.Combine(folder, f))) is { } missing
            ? throw new FileNotFoundException(new LocalizedText($"{folder} に「{missing}」がありません。", $"There is no '{missing}' in {folder}.").Say())
            : plan;
    }
}

/// <summary>A file with a text a row and, where <paramref name="Label"/> is not null, its sentiment.</summary>
internal sealed record LabelledFile(string Name, string File, string Text, string? Label = null);

/// <summary>Files with a text and a topic a row.</summary>
internal sealed record TopicFiles(string Name, IReadOnlyList<string> Train, IReadOnlyList<string> Test, string Text, string Label);
