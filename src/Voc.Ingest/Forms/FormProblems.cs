namespace Voc.Ingest.Forms;

/// <summary>The messages of forms: to the people who fill them in, and to those who set them up.</summary>
internal static class FormProblems
{
    public static LocalizedText Required { get; } = new("入力してください。", "Please fill in this field.");

    public static LocalizedText NoChoice { get; } = new("選択肢から選んでください。", "Please choose one of the options.");

    public static LocalizedText CheckFields { get; } = new("入力内容をご確認ください。", "Please check what you have entered.");

    public static LocalizedText TooEarly { get; } = new("送信が早すぎます。数秒待ってから、もう一度送信してください。", "This was sent too quickly. Please wait a few seconds and send it again.");

    public static LocalizedText Expired { get; } = new("画面を開いてから時間が経ちすぎました。もう一度送信してください。", "This form was open for too long. Please send it again.");

    public static LocalizedText NoToken { get; } = new("送信を確認できませんでした。数秒待ってから、もう一度送信してください。", "We could not verify this form. Please wait a few seconds and send it again.");

    public static LocalizedText NoWork { get; } = new(
        "機械による送信ではないことを確かめられませんでした。もう一度送信してください。続くときは、文章を控えてからページを読み込み直してください。",
        "We could not make sure that no program sent this. Please send it again; should this go on, copy your text and load the page anew.");

    public static LocalizedText Honeypot { get; } = new(
        "自動入力された可能性があるため送信できません。表示されていない欄への自動入力を切って、もう一度送信してください。",
        "This looks filled in by a program and was not sent. Please switch off automatic filling of hidden fields and send it again.");

    public static LocalizedText NoAttachments { get; } = new("添付ファイルは受け付けていません。文章だけをお送りください。", "Attachments are not accepted. Please send text only.");

    public static LocalizedText UnknownType { get; } = new(
        "送信形式に対応していません。application/json か application/x-www-form-urlencoded で送ってください。",
        "This content type is not supported. Send application/json or application/x-www-form-urlencoded.");

    public static LocalizedText NoObject { get; } = new("JSON のオブジェクトとして読めません。{\"message\": …} の形で送ってください。", "This is not a JSON object. Send {\"message\": …}.");

    public static LocalizedText OneMessage { get; } = new("種類が message の項目をちょうど 1 つ含めてください。", "Give exactly one field of the kind message.");

    public static LocalizedText TooLong(int length, int limit) => new(
        $"長すぎます（{length:N0} 文字）。{limit:N0} 文字以内で入力してください。",
        $"This is too long ({length} characters). Please use at most {limit}.");

    public static LocalizedText TooLarge(int limit) => new(
        $"送信内容が大きすぎます（上限 {limit / 1024} KB）。文章を短くしてください。",
        $"This is too large (limit {limit / 1024} KB). Please shorten the text.");

    public static LocalizedText TooFast(TimeSpan wait) => new(
        $"続けて送信されています。{Math.Ceiling(wait.TotalSeconds):0} 秒後にもう一度送信してください。",
        $"Too many messages in a row. Please try again in {Math.Ceiling(wait.TotalSeconds):0} seconds.");

    public static LocalizedText WrongOrigin(string? origin) => new(
        $"このサイト（{Short(origin ?? "Origin なし")}）からの送信は許可されていません。フォームの設定の allowedOrigins に追加してください。",
        $"Sending from this site ({Short(origin ?? "no Origin")}) is not allowed. Add it to allowedOrigins in the settings of the form.");

    public static LocalizedText BadOrigin(string origin) => new(
        $"「{Short(origin)}」はサイトの指定として読めません。https://www.example.co.jp のように、パスを付けずに書いてください。",
        $"\"{Short(origin)}\" is not a site. Write it without a path, such as https://www.example.co.jp.");

    public static LocalizedText BadName(string name) => new(
        $"項目名「{Short(name)}」は使えません。英字で始まる 40 文字以内の英数字、- 、_ にしてください（homepage は予約済みです）。",
        $"The field name \"{Short(name)}\" cannot be used. Start with a letter, then use letters, digits, - and _, at most 40 in all (homepage is reserved).");

    public static LocalizedText NoLabel(string name) => new(
        $"項目「{name}」の label に日本語（ja）と英語（en）の両方を書いてください。",
        $"Give the label of field {name} in Japanese (ja) and English (en).");

    public static LocalizedText BadOptions(string name) => new(
        $"項目「{name}」の options は 100 個以内、それぞれ空でない 200 文字以内の文字列にしてください。",
        $"The options of field {name} are at most 100 texts, each not blank and at most 200 characters long.");

    public static LocalizedText TwiceNamed(string name) => new($"項目名「{name}」が重複しています。", $"The field name {name} is used twice.");

    public static LocalizedText TooMuch(int fields, int origins) => new(
        $"項目は {fields} 個、許可するサイトは {origins} 個までです。",
        $"A form has at most {fields} fields and {origins} allowed sites.");

    public static LocalizedText BadSetting(string path) => new(
        $"フォームの設定を読めません（{(path.Length == 0 ? "全体" : path)}）。fields は [{{\"name\",\"kind\",\"label\":{{\"ja\",\"en\"}},\"required\",\"options\"}}]、kind は message・product・rating・nps・customer・text のいずれかです。",
        $"The settings of the form cannot be read ({(path.Length == 0 ? "all" : path)}). fields is [{{\"name\",\"kind\",\"label\":{{\"ja\",\"en\"}},\"required\",\"options\"}}], and kind is message, product, rating, nps, customer or text.");

    private static string Short(string text) => text.Length <= 100 ? text : string.Concat(text.AsSpan(0, 99), "…");
}
