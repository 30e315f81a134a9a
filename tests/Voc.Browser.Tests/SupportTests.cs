using Microsoft.Playwright;
using Voc.Browser.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests;

public sealed class SupportTests(Product product) : Journey(product)
{
    [Fact]
    public async Task A_call_note_is_written_and_sent_by_keyboard_alone_and_acknowledged()
    {
        var page = (await SignedInAsync(Role.Support)).Page;
        await Expect(Note(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("しずく加湿器の水位ランプが消えないとのこと。買って一週間。電源の入れ直しを案内、改善せず。");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("C-2044");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("しずく加湿器 M-2");
        await page.Keyboard.PressAsync("Escape");
        await Pictures.TakeForDocumentsAsync(page, "call-note");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("受け付けました")).ToBeVisibleAsync();
        await Expect(Note(page)).ToBeFocusedAsync();
        await Expect(Note(page)).ToHaveValueAsync("");
        var kept = Recent(page).GetByRole(AriaRole.Button).Filter(new() { HasText = "水位ランプが消えない" });
        await Expect(kept).ToHaveCountAsync(1);
        await Expect(kept).ToContainTextAsync("しずく加湿器 M-2");
        await Expect(kept).ToContainTextAsync("ネガティブ");
        await Expect(kept).Not.ToContainTextAsync("解析待ち");
    }

    [Fact]
    public async Task What_others_said_alike_shows_while_a_note_is_written_and_is_opened_by_a_key()
    {
        var page = (await SignedInAsync(Role.Support)).Page;
        await Expect(Note(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("炊飯器の保温が夜中に切れるとのこと。更新のあとから。");
        var related = page.GetByRole(AriaRole.Region, new() { Name = "関係しそうな課題と似た声" });
        var alike = related.GetByRole(AriaRole.Button).Filter(new() { HasText = "保温" });
        await Expect(alike.First).ToBeVisibleAsync();
        var issues = await related.GetByRole(AriaRole.Link).CountAsync();
        await page.Keyboard.PressAsync($"Alt+Digit{issues + 1}");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("保温");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(Note(page)).ToHaveValueAsync("炊飯器の保温が夜中に切れるとのこと。更新のあとから。");
        await page.Keyboard.PressAsync("Alt+c");
        await page.Keyboard.TypeAsync("C-1146");
        await Expect(page.GetByText(new System.Text.RegularExpressions.Regex("これまでの声 [0-9]+ 件"))).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Alt+/");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "キー操作" })).ToContainTextAsync("お客様番号へ");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "お客様番号" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("受け付けました")).ToBeVisibleAsync();
        await Expect(related).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_draft_survives_a_reload_and_is_sent_from_where_it_was_left()
    {
        var page = (await SignedInAsync(Role.Support)).Page;
        await Expect(Note(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("折返し希望。受話器の向こうで犬が鳴いて");
        await page.ReloadAsync();
        await Expect(Note(page)).ToHaveValueAsync("折返し希望。受話器の向こうで犬が鳴いて");
        await Expect(Note(page)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("聞き取れず。");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(Recent(page).GetByText("犬が鳴いて聞き取れず。")).ToHaveCountAsync(1);
        await page.ReloadAsync();
        await Expect(Note(page)).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_note_written_without_a_connection_is_sent_once_when_it_is_back()
    {
        var visit = await SignedInAsync(Role.Support);
        visit.Forgive("ERR_INTERNET_DISCONNECTED");
        visit.Forgive("WebSocket");
        var page = visit.Page;
        await Expect(Note(page)).ToBeFocusedAsync();
        await visit.Context.SetOfflineAsync(true);
        await page.Keyboard.TypeAsync("停電のあと時計が狂うとのこと。");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("未送信のメモ 1 件")).ToBeVisibleAsync();
        await Expect(Navigation(page).GetByLabel("未送信のメモ 1 件")).ToBeVisibleAsync();
        await Expect(Recent(page).GetByText("停電のあと")).ToHaveCountAsync(0);
        await visit.Context.SetOfflineAsync(false);
        await Expect(page.GetByText("未送信のメモ")).ToHaveCountAsync(0);
        await Expect(Recent(page).GetByText("停電のあと")).ToHaveCountAsync(1);
        await page.ReloadAsync();
        await Expect(Recent(page).GetByText("停電のあと")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_whole_shift_is_done_by_keyboard_alone_from_the_sign_in_on()
    {
        var visit = await VisitAsync("/notes");
        visit.Forgive("ERR_INTERNET_DISCONNECTED");
        visit.Forgive("WebSocket");
        var page = visit.Page;
        await page.GetByLabel("ユーザー名").FocusAsync();
        await page.Keyboard.TypeAsync("demo-support");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("demo-password");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Note(page)).ToBeFocusedAsync();
        await page.WaitForFunctionAsync("() => localStorage.getItem('voc.snippets.demo-support') !== null");

        await page.Keyboard.PressAsync("Alt+p");
        await page.Keyboard.TypeAsync("炊飯");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "ホシゾラ炊飯器 H-10" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Alt+n");
        await page.Keyboard.TypeAsync("炊飯器の保温が夜中に切れるとのこと。");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "関係しそうな課題と似た声" })).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("；へん");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("赤い湯気が怖い");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("先月");
        await Expect(Note(page)).ToHaveValueAsync("炊飯器の保温が夜中に切れるとのこと。ホシゾラ炊飯器 H-10の返金をご希望。理由：赤い湯気が怖い。購入時期：先月。");
        await page.ReloadAsync();
        await Expect(Note(page)).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("購入時期：先月。$"));

        await visit.Context.SetOfflineAsync(true);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("つながり次第、自動で送ります")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Alt+t");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "キー・見出し・本文で探す" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("折り返し");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Note(page)).ToHaveValueAsync("折り返しをご希望。ご都合のよい時間：{時間帯}。");
        await Expect(Note(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("赤い月曜");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("未送信のメモ 2 件")).ToBeVisibleAsync();
        await visit.Context.SetOfflineAsync(false);
        await Expect(page.GetByText("未送信のメモ")).ToHaveCountAsync(0);
        await Expect(Recent(page).GetByText("赤い湯気")).ToHaveCountAsync(1);
        await Expect(Recent(page).GetByText("赤い月曜")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_last_note_is_changed_by_keyboard_and_is_there_once()
    {
        var visit = await SignedInAsync(Role.Support);
        var page = visit.Page;
        await Expect(Note(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("除湿機の青い取っ手が外れたとのこと。");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(Recent(page).GetByText("青い取っ手が外れた")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Alt+e");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "送信したメモを直す" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("保証書あり。");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(Recent(page).GetByText("青い取っ手が外れたとのこと。保証書あり。")).ToHaveCountAsync(1);
        await Expect(Recent(page).GetByText("青い取っ手が外れた")).ToHaveCountAsync(1);
        await page.ReloadAsync();
        await Expect(Recent(page).GetByText("青い取っ手が外れた")).ToHaveCountAsync(1);
        await Expect(Note(page)).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_snippet_is_made_and_used_by_keyboard_alone()
    {
        var visit = await SignedInAsync(Role.Support);
        visit.Forgive("status of 400");
        var page = visit.Page;
        await Expect(Note(page)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Alt+t");
        var question = page.GetByRole(AriaRole.Textbox, new() { Name = "キー・見出し・本文で探す" });
        await Expect(question).ToBeFocusedAsync();
        await Expect(page.GetByText("折り返し希望")).ToBeVisibleAsync();
        await Pictures.TakeForDocumentsAsync(page, "snippets");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Shift+Tab");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "定型文を作る" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("yh");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("よい評価");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("{製品}をお褒めいただいた：{点");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("1 行 15 文字目")).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("}。");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(question).ToBeVisibleAsync();
        await Expect(page.GetByText("よい評価")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(Note(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(";yh ");
        await page.Keyboard.TypeAsync("炊飯器");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("静かさ");
        await Expect(Note(page)).ToHaveValueAsync("炊飯器をお褒めいただいた：静かさ。");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Delete");
    }

    private static ILocator Note(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "メモ" });

    private static ILocator Recent(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "自分の最近のメモ" });
}
