using System.Collections.Concurrent;
using Voc.Analysis.Morphology;
using Voc.Analysis.Text;

namespace Voc.Analysis.Learning;

/// <summary>The features of a text: runs of its characters, its words in base form and the pairs of neighbouring words.</summary>
internal sealed class TextFeatures(Tokenizer tokenizer, int characters, float words)
{
    private const int MostUnits = 4_000;
    private const int CharacterGroup = 1;
    private const int WordGroup = 2;
    private const char Before = '\u0002'; // Normalised text holds no control characters.
    private const char After = '\u0003';
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    /// <summary>The features of a text; counts are damped, 1 + ln n. Its first 4,000 units are looked at.</summary>
    public Lease Read(string text)
    {
        if (!_workspaces.TryTake(out var workspace))
        {
            workspace = new();
        }

        var builder = workspace.Builder;
        builder.Clear();
        var normal = NormalizedText.From(text.Length > MostUnits ? text[..MostUnits] : text).Text.ToLowerInvariant();
        AddCharacters(builder, string.Concat(Before.ToString(), normal, After.ToString()));
        var from = builder.Count;
        AddWords(workspace, normal);
        Damp(builder.Values()[..from], 1);
        Damp(builder.Values(from), words);
        return new(this, workspace);
    }

    private void AddCharacters(FeatureBuilder builder, string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var name = FeatureHash.Begin(CharacterGroup);
            var end = Math.Min(text.Length, start + characters);
            for (var i = start; i < end; i++)
            {
                name = FeatureHash.Append(name, text[i]);
                builder.Add(FeatureHash.Finish(name));
            }
        }
    }

    private void AddWords(Workspace workspace, string text)
    {
        if (words <= 0)
        {
            return;
        }

        tokenizer.Tokenize(text, TokenizeMode.Search, workspace.Tokens);
        var previous = 0ul;
        foreach (var token in workspace.Tokens)
        {
            if (token.Word.PartOfSpeech == "記号")
            {
                continue;
            }

            var name = FeatureHash.Of(WordGroup, token.Word.BaseForm is { } known ? known : token.Surface(text));
            workspace.Builder.Add(name);
            if (previous != 0)
            {
                workspace.Builder.Add(FeatureHash.Combine(previous, name));
            }

            previous = name;
        }
    }

    private static void Damp(Span<float> counts, float factor)
    {
        foreach (ref var count in counts)
        {
            count = factor * (1 + MathF.Log(count));
        }
    }

    /// <summary>Features that may be read and rescaled until it is disposed.</summary>
    public readonly ref struct Lease
    {
        private readonly TextFeatures _owner;
        private readonly Workspace _workspace;

        public Lease(TextFeatures owner, Workspace workspace) => (_owner, _workspace) = (owner, workspace);

        public Features Features => _workspace.Builder.Features;

        public Span<float> Values => _workspace.Builder.Values();

        public void Dispose() => _owner._workspaces.Add(_workspace);
    }

    /// <summary>What is used again for the next text.</summary>
    internal sealed class Workspace
    {
        public FeatureBuilder Builder { get; } = new();

        public List<Token> Tokens { get; } = [];
    }
}
