using Voc.Ingest.Files;
using Voc.Ingest.Mapping;
using Voc.Ingest.Tests.Files;

namespace Voc.Ingest.Tests.Mapping;

public sealed class MappingTests
{
    [Fact]
    public void A_mapping_is_written_as_it_is_read()
    {
        var mapping = FieldMapping.Parse("""{"text":["良い点","悪い点"],"occurredAt":"日付","channel":"review","csat":"満足度","attributes":["地域"]}""");
        var again = FieldMapping.Parse(mapping.ToJson());
        Assert.Equal(mapping.Columns(), again.Columns());
        Assert.Equal(("review", 2), (again.Channel, again.Text.Count));
        Assert.Contains("\"text\": \"本文\"", new FieldMapping { Text = ["本文"] }.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_guessed_by_their_names_and_values()
    {
        string[] columns = ["受付番号", "受付日時", "氏名", "電話番号", "会員番号", "商品名", "総合評価", "店舗", "お問い合わせ内容", "対応者メモ"];
        string?[][] rows =
        [
            .. Enumerable.Range(1, 12).Select(i => new[]
            {
                $"Q-{i}", $"2025-06-{i:00} 10:00", "田中太郎", "090-1234-5678", $"K-{i}", "ポット", "4", i % 2 == 0 ? "東京店" : "大阪店", $"{i}回目の問い合わせですが、蓋が閉まりません。", null,
            }),
        ];
        var guess = MappingGuess.Of(columns, rows);
        Assert.Equal(["お問い合わせ内容"], guess.Text);
        Assert.Equal(("受付日時", "受付番号", "商品名", "会員番号", "総合評価"), (guess.OccurredAt, guess.ExternalId, guess.Product, guess.Customer, guess.Rating));
        Assert.Equal(["店舗"], guess.Attributes);
    }

    [Fact]
    public void Several_questions_with_free_answers_are_all_texts()
    {
        string?[][] rows = [.. Enumerable.Range(1, 6).Select(i => new[] { $"{i}番の感想です。とても良いと思いました。", $"{i}番の要望です。もう少し軽くしてください。", $"{i}" })];
        Assert.Equal(["良かった点のご感想", "ご要望"], MappingGuess.Of(["良かった点のご感想", "ご要望", "年齢"], rows).Text);
    }

    [Fact]
    public void A_number_of_the_row_is_no_identifier() =>
        Assert.Null(MappingGuess.Of(["No.", "コメント"], [["1", "とても使いやすいと思います"], ["2", "もう少し安いと嬉しいです"]]).ExternalId);

    [Fact]
    public void Where_nothing_looks_like_a_text_the_columns_are_named() =>
        Assert.Contains("年齢, 地域", Imports.Refused("年齢,地域\n30,東京\n40,大阪\n").En, StringComparison.Ordinal);

    [Fact]
    public void A_preview_shows_the_first_rows_as_they_would_be_stored()
    {
        var rows = string.Concat(Enumerable.Range(1, 80).Select(i => $"2025-06-01,{i}回目です。電話は090-1234-5678です\n"));
        var preview = Imports.Preview("受付日,内容\n来週,日付がおかしい行です\n" + rows);
        Assert.Equal((FileKind.Delimited, "UTF-8", ','), (preview.Kind, preview.Encoding, preview.Delimiter));
        Assert.Equal(["受付日", "内容"], preview.Columns);
        Assert.Equal((50, "受付日"), (preview.Rows.Count, preview.Mapping!.OccurredAt));
        Assert.Equal("受付日", Assert.IsType<RejectedRow>(preview.Rows[0]).Field);
        Assert.Equal("1回目です。電話は[電話番号]です", Assert.IsType<AcceptedRow>(preview.Rows[1]).Feedback.Text);
        Assert.Empty(preview.Notes);
        Assert.Single(Imports.Preview("内容\nとても使いやすいと思います\n").Notes);
    }
}
