namespace Voc.Ingest.Surveys;

/// <summary>The messages of surveys: to the people who answer, and to those who make them.</summary>
internal static class SurveyProblems
{
    public static LocalizedText NoAnswer { get; } = new("1 つ以上の質問に答えてください。", "Please answer at least one question.");

    public static LocalizedText Required { get; } = new("この質問に答えてください。", "Please answer this question.");

    public static LocalizedText NoLabel(string name, int limit) => new(
        $"質問「{name}」の文を入力してください（{limit} 文字以内）。",
        $"Give question {name} a wording of at most {limit} characters.");

    public static LocalizedText BadOptions(string name, int options, int length) => new(
        $"質問「{name}」の選択肢は 2〜{options} 個、それぞれ重複のない {length} 文字以内の言葉にしてください。",
        $"Question {name} needs 2 to {options} different options of at most {length} characters.");

    public static LocalizedText WrongCount(int questions, int origins) => new(
        $"質問は 1〜{questions} 個、埋め込みを許可するサイトは {origins} 個までです。",
        $"A survey has 1 to {questions} questions and at most {origins} allowed sites.");

    public static LocalizedText TooMuchText(int words, int product) => new(
        $"題名・案内文・お礼の文は {words:N0} 文字、商品名は {product} 文字以内にしてください。",
        $"Title, introduction and thanks have at most {words} characters each, the product {product}.");

    public static LocalizedText BadSetting(string path) => new(
        $"アンケートの設定を読めません（{(path.Length == 0 ? "全体" : path)}）。questions は [{{\"name\",\"kind\",\"label\":{{\"ja\",\"en\"}},\"required\",\"options\"}}]、kind は nps・csat・ces・choice・text のいずれか、closesOn は 2026-12-31 の形です。",
        $"The settings of the survey cannot be read ({(path.Length == 0 ? "all" : path)}). questions is [{{\"name\",\"kind\",\"label\":{{\"ja\",\"en\"}},\"required\",\"options\"}}], kind is nps, csat, ces, choice or text, and closesOn looks like 2026-12-31.");
}
