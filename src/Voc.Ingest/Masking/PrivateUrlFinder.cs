namespace Voc.Ingest.Masking;

/// <summary>
/// Finds addresses of pages that give somebody away: with a token, a session or a password, with a mail address, with a user name before
/// the host, or of a profile in a social network. Other addresses stay.
/// </summary>
internal static class PrivateUrlFinder
{
    private const int MaxUrl = 2_000;
    private const int MinToken = 20;
    private static readonly string[] Schemes = ["https://", "http://"];
    private static readonly string[] Hosts = ["line.me/", "lin.ee/", "twitter.com/", "x.com/", "instagram.com/", "facebook.com/", "tiktok.com/@", "youtube.com/@", "threads.net/@", "note.com/", "mixi.jp/", "discord.gg/", "linkedin.com/in/", "bsky.app/profile/"];
    private static readonly string[] PublicPaths = ["status", "share", "intent", "hashtag", "search", "watch", "explore", "i/", "p/", "reel", "R/home"];

    private static readonly string[] Keys =
    [
        "token", "access_token", "id_token", "refresh_token", "auth", "authkey", "key", "apikey", "api_key", "session", "sessionid", "session_id", "sid", "jsessionid", "phpsessid", "sig", "signature",
        "code", "password", "passwd", "pass", "pw", "pwd", "secret", "ticket", "otp", "pin", "invite", "reset", "hash", "uid", "userid", "user_id", "user", "member", "customer", "mail", "email", "tel", "phone", "name", "t", "k", "x-amz-signature", "oobcode", "nonce", "state",
    ];

    public static void Find(FoldedText text, List<PersonalData> found)
    {
        foreach (var scheme in Schemes)
        {
            for (var at = text.Folded.IndexOf(scheme, StringComparison.OrdinalIgnoreCase); at >= 0;)
            {
                var end = End(text, at);
                if (IsPrivate(text.Folded[(at + scheme.Length)..end]))
                {
                    found.Add(new(PersonalDataKind.PrivateUrl, at, end - at));
                }

                var next = text.Folded[end..].IndexOf(scheme, StringComparison.OrdinalIgnoreCase);
                at = next < 0 ? -1 : end + next;
            }
        }
    }

    private static int End(FoldedText text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < MaxUrl && text.Folded[end] is > ' ' and < '\u007F' and not ('<' or '>' or '"' or '|' or '\\' or '^' or '`'))
        {
            end++;
        }

        while (end > start && text.Folded[end - 1] is '.' or ',' or ')' or ']' or '\'' or '!' or '?')
        {
            end--;
        }

        return end;
    }

    private static bool IsPrivate(ReadOnlySpan<char> address)
    {
        var path = address.IndexOfAny("/?#");
        var host = path < 0 ? address : address[..path];
        return host.Contains('@') || IsProfile(address) || (path >= 0 && (HasSecret(address[path..]) || HasMail(address[path..]) || HasToken(address[path..])));
    }

    private static bool IsProfile(ReadOnlySpan<char> address)
    {
        foreach (var host in Hosts)
        {
            var at = address.IndexOf(host, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (at > 0 && address[at - 1] != '.'))
            {
                continue;
            }

            var rest = address[(at + host.Length)..];
            foreach (var path in PublicPaths)
            {
                if (rest.StartsWith(path, StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }
            }

            return rest.Length > 1;
        }

        return false;
    }

    private static bool HasMail(ReadOnlySpan<char> path)
    {
        var at = path.IndexOf('@');
        return (at > 1 && path[(at + 1)..].Contains('.')) || path.Contains("%40", StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasSecret(ReadOnlySpan<char> path)
    {
        var query = path.IndexOfAny("?#;");
        while (query >= 0)
        {
            path = path[(query + 1)..];
            query = path.IndexOfAny("&;#");
            var pair = query < 0 ? path : path[..query];
            var equals = pair.IndexOf('=');
            if (equals > 0 && pair.Length - equals > 4 && IsKey(pair[..equals]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKey(ReadOnlySpan<char> name)
    {
        foreach (var key in Keys)
        {
            if (name.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a part of the path or of the query is a long row of letters and digits mixed, such as a link to reset a password has.</summary>
    private static bool HasToken(ReadOnlySpan<char> path)
    {
        int start = 0, digits = 0, letters = 0, changes = 0;
        for (var i = 0; i <= path.Length; i++)
        {
            var c = i < path.Length ? path[i] : '/';
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            {
                digits += char.IsAsciiDigit(c) ? 1 : 0;
                letters += char.IsAsciiLetter(c) ? 1 : 0;
                changes += i > start && char.IsAsciiDigit(c) != char.IsAsciiDigit(path[i - 1]) ? 1 : 0;
                continue;
            }

            if (i - start >= MinToken && digits >= 3 && letters >= 3 && changes >= 4)
            {
                return true;
            }

            (start, digits, letters, changes) = (i + 1, 0, 0, 0);
        }

        return false;
    }
}
