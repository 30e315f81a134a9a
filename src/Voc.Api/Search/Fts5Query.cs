using System.Text;
using Voc.Analysis.Search;

namespace Voc.Api.Search;

/// <summary>
/// A query in the syntax of FTS5. Terms and labels stand in FTS5 strings with their quotes doubled, so nothing in them is read as
/// syntax.
/// </summary>
/// <param name="Expression">The right side of MATCH.</param>
/// <param name="Scored">For each phrase of the expression in order, whether it adds to the score: terms that are asked for.</param>
internal sealed record Fts5Query(string Expression, IReadOnlyList<bool> Scored)
{
    private static readonly Match AnyLabel = new AnyMatch([
        .. QueryFields.Values(QueryField.Sentiment).Select(s => new LabelMatch(IndexLabels.Label(QueryField.Sentiment, s), Prefix: false))]);

    public static Fts5Query Of(Match match)
    {
        var writer = new Writer();
        writer.Write(match, asked: true);
        return new Fts5Query(writer.Expression.ToString(), writer.Scored);
    }

    private sealed class Writer
    {
        public StringBuilder Expression { get; } = new();

        public List<bool> Scored { get; } = [];

        public void Write(Match match, bool asked)
        {
            switch (match)
            {
                case TermsMatch terms:
                    Phrase("terms", string.Join(' ', terms.Terms), terms.Prefix, asked);
                    break;
                case LabelMatch label:
                    Phrase("labels", label.Label, label.Prefix, scored: false);
                    break;
                case FieldMatch field:
                    Phrase("labels", IndexLabels.Label(field.Field, field.Value), field.Prefix, scored: false);
                    break;
                case AnyMatch any:
                    Join(any.Parts, " OR ", asked);
                    break;
                case AllMatch all:
                    All(all.Parts, asked);
                    break;
                case NoneMatch none:
                    All([none], asked);
                    break;
                default:
                    Write(match == Match.Everything ? AnyLabel : throw NotIndexed(match), asked);
                    break;
            }
        }

        private static QueryException NotIndexed(Match match) => new("unsupported", 0, new(
            "この検索式は、現在の索引では答えられません。", $"The index does not answer such queries yet ({match.GetType().Name})."));

        /// <summary>NOT of FTS5 stands between two expressions, so what must not match comes after what must.</summary>
        private void All(IReadOnlyList<Match> parts, bool asked)
        {
            var required = parts.Where(p => p is not NoneMatch).ToList();
            var forbidden = parts.OfType<NoneMatch>().Select(n => n.Part).ToList();
            Expression.Append('(');
            Join(required.Count > 0 ? required : [Match.Everything], " AND ", asked);
            if (forbidden.Count > 0)
            {
                Expression.Append(" NOT ");
                Join(forbidden, " OR ", asked: false);
            }
            Expression.Append(')');
        }

        private void Join(IReadOnlyList<Match> parts, string between, bool asked)
        {
            Expression.Append('(');
            for (var i = 0; i < parts.Count; i++)
            {
                Expression.Append(i > 0 ? between : "");
                Write(parts[i], asked);
            }
            Expression.Append(')');
        }

        private void Phrase(string column, string phrase, bool prefix, bool scored)
        {
            Expression.Append(column).Append(" : \"").Append(phrase.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"').Append(prefix ? " *" : "");
            Scored.Add(scored);
        }
    }
}
