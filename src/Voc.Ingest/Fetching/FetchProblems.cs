using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Voc.Ingest.Fetching;

/// <summary>The messages of failed fetches.</summary>
internal static class FetchProblems
{
    public static FetchException NotHttp(Uri address) => new(FetchFailure.Address, new(
        $"{Short(address)} は取得できません。http:// または https:// で始まる URL を指定してください。",
        $"{Short(address)} cannot be fetched. Give an address that starts with http:// or https://."));

    public static FetchException Credentials(Uri address) => new(FetchFailure.Address, new(
        $"{address.Host} の URL に利用者名やパスワードが含まれています。取り除いてください。",
        $"The address at {address.Host} holds a user name or password. Remove it."));

    public static FetchException Port(Uri address, IEnumerable<int> allowed) => new(FetchFailure.Address, new(
        $"{address.Host} のポート {address.Port} は許可されていません（許可: {string.Join("、", allowed)}）。",
        $"Port {address.Port} of {address.Host} is not allowed (allowed: {string.Join(", ", allowed)})."));

    public static FetchException Private(string host, Exception inner) => new(FetchFailure.Address, new(
        $"{host} は社内または予約済みのアドレスを指しているため取得しません。社内のサーバーを読むには、管理者が設定の AllowedHosts に追加してください。",
        $"{host} leads to a private or reserved address and is not fetched. To read a server inside the company, an administrator adds it to AllowedHosts in the settings."),
        inner);

    public static FetchException Robots(Uri address) => new(FetchFailure.Robots, new(
        $"{address.Host} の robots.txt が {address.AbsolutePath} の取得を許可していません。サイトの運営者に確認するか、保存した HTML を取り込んでください。",
        $"The robots.txt of {address.Host} does not allow {address.AbsolutePath}. Ask the owner of the site, or import the saved HTML instead."));

    public static FetchException RobotsUnavailable(Uri address, LocalizedText? unreachable) => new(FetchFailure.Robots, unreachable ?? new(
        $"{address.Host} の robots.txt をいま読めないため、取得を控えました。しばらくしてからもう一度実行してください。",
        $"The robots.txt of {address.Host} cannot be read now, so nothing was fetched. Try again later."));

    public static FetchException TooManyRedirects(Uri address, int limit) => new(FetchFailure.Redirect, new(
        $"{Short(address)} は {limit} 回を超えて転送されました。最終的な URL を直接指定してください。",
        $"{Short(address)} redirects more than {limit} times. Give the final address."));

    public static FetchException BadRedirect(Uri address) => new(FetchFailure.Redirect, new(
        $"{Short(address)} の転送先を読めないか、https から http へ戻る転送です。最終的な URL を直接指定してください。",
        $"{Short(address)} redirects to an address that cannot be read, or from https back to http. Give the final address."));

    public static FetchException TooLarge(Uri address, int limit) => new(FetchFailure.TooLarge, new(
        $"{Short(address)} は上限 {Megabytes(limit)} MB を超えています。より小さいページ（1 ページ分の一覧など）を指定してください。",
        $"{Short(address)} is larger than the limit of {Megabytes(limit)} MB. Give a smaller page, such as one page of a list."));

    public static FetchException Timeout(Uri address, TimeSpan limit, Exception inner) => new(FetchFailure.Timeout, new(
        $"{address.Host} が {limit.TotalSeconds:0.#} 秒以内に応答しませんでした。しばらくしてからもう一度実行してください。",
        $"{address.Host} did not answer within {Number(limit.TotalSeconds)} seconds. Try again later."),
        inner);

    public static FetchException Unreachable(Uri address, Exception inner) => new(FetchFailure.Unreachable, UnreachableText(address, inner), inner);

    private static LocalizedText UnreachableText(Uri address, Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } or HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError })
            {
                return new(
                    $"{address.Host} というサーバーが見つかりません（名前を引けませんでした）。URL の綴りと、このサーバーの DNS 設定を確かめてください。",
                    $"There is no server {address.Host} to be found (its name did not resolve). Check the spelling of the address and this server's DNS.");
            }
            if (cause is AuthenticationException or HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError })
            {
                return new(
                    $"{address.Host} と安全に（https で）接続できませんでした。証明書が期限切れか別の名前のものでないか、サイトの運営者に確かめてください。https に対応していないサーバーなら http:// を指定してください。",
                    $"{address.Host} could not be reached securely (https). Ask the owner of the site whether its certificate has expired or is for another name; if the server has no https, give an address with http://.");
            }
        }
        return new(
            $"{address.Host} に接続できませんでした。URL とネットワークを確かめてください。",
            $"{address.Host} could not be reached. Check the address and the network.");
    }

    public static FetchException Status(Uri address, int status, TimeSpan? retryAfter) => new(FetchFailure.Status, StatusText(address, status, retryAfter))
    {
        Status = status,
        RetryAfter = retryAfter,
    };

    private static LocalizedText StatusText(Uri address, int status, TimeSpan? retryAfter) => status switch
    {
        401 or 403 => new(
            $"{address.Host} がアクセスを拒否しました（{status}）。公開されているページか、自動取得が許されているかを確かめてください。",
            $"{address.Host} refused access ({status}). Check that the page is public and may be read by programs."),
        404 or 410 => new(
            $"{Short(address)} は見つかりません（{status}）。URL を確かめてください。",
            $"{Short(address)} was not found ({status}). Check the address."),
        429 or 503 when retryAfter is { } wait => new(
            $"{address.Host} が混雑しています（{status}）。{wait.TotalSeconds:0} 秒後以降にもう一度実行してください。",
            $"{address.Host} is busy ({status}). Try again after {Number(Math.Ceiling(wait.TotalSeconds))} seconds."),
        429 or >= 500 => new(
            $"{address.Host} が混雑しているか故障しています（{status}）。しばらくしてからもう一度実行してください。",
            $"{address.Host} is busy or broken ({status}). Try again later."),
        _ => new(
            $"{Short(address)} がページを返しませんでした（{status}）。URL を確かめてください。",
            $"{Short(address)} did not answer with a page ({status}). Check the address."),
    };

    /// <summary>The address without its query, which may hold something private, and not too long to show.</summary>
    private static string Short(Uri address)
    {
        var text = address.IsAbsoluteUri ? address.GetLeftPart(UriPartial.Path) : address.OriginalString;
        return text.Length <= 200 ? text : string.Concat(text.AsSpan(0, 199), "…");
    }

    private static string Megabytes(int bytes) => Number(bytes / 1024.0 / 1024.0);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
