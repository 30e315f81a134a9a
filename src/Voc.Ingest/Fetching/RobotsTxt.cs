using System.Globalization;

namespace Voc.Ingest.Fetching;

/// <summary>
/// The rules a <c>robots.txt</c> holds for one robot (RFC 9309): the groups that name it, else the groups for <c>*</c>;
/// the longest matching rule wins, and of two equally long ones the one that allows. Reading takes time linear in the length
/// and looks at the first 500 KiB.
/// </summary>
public sealed class RobotsTxt
{
    private const int MaximumLength = 500 * 1024;
    private const int MaximumRules = 10_000;
    private readonly IReadOnlyList<RobotsRule> _rules;

    private RobotsTxt(IReadOnlyList<RobotsRule> rules, TimeSpan? crawlDelay)
    {
        _rules = rules;
        CrawlDelay = crawlDelay;
    }

    /// <summary>No rules: everything may be fetched.</summary>
    public static RobotsTxt AllowAll { get; } = new([], null);

    /// <summary>The time the host wants between two requests (<c>crawl-delay</c>, not part of the RFC but common), or null.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Reads the rules for a robot.</summary>
    /// <param name="text">The file; anything that is no rule is passed over.</param>
    /// <param name="robot">The robot's product token, compared without regard to case.</param>
    public static RobotsTxt Parse(string text, string robot)
    {
        ArgumentNullException.ThrowIfNull(text);
        var own = new Group();
        var any = new Group();
        var current = new List<Group>();
        var naming = false;
        foreach (var line in Readable(text).EnumerateLines())
        {
            if (Field(line) is not var (name, value))
            {
                continue;
            }

            if (name.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (!naming)
                {
                    current.Clear();
                }

                naming = true;
                if (value == "*")
                {
                    current.Add(any);
                }
                else if (ProductToken(value).Equals(robot, StringComparison.OrdinalIgnoreCase))
                {
                    own.Named = true;
                    current.Add(own);
                }

                continue;
            }

            naming = Take(current, name, value) ? false : naming;
        }

        var group = own.Named ? own : any;
        return new(group.Rules, group.CrawlDelay);
    }

    /// <summary>Whether the robot may fetch an address.</summary>
    /// <param name="pathAndQuery">Path and query as in <see cref="Uri.PathAndQuery"/>.</param>
    public bool Allows(string pathAndQuery)
    {
        ArgumentNullException.ThrowIfNull(pathAndQuery);
        if (pathAndQuery == "/robots.txt")
        {
            return true;
        }

        var path = RobotsRule.Normalize(pathAndQuery);
        RobotsRule? best = null;
        foreach (var rule in _rules)
        {
            var better = best is null || rule.Length > best.Length || (rule.Length == best.Length && rule.Allow && !best.Allow);
            if (better && rule.Matches(path))
            {
                best = rule;
            }
        }

        return best?.Allow ?? true;
    }

    /// <summary>Adds a rule to every group that is being read; false where the field is no rule of a group.</summary>
    private static bool Take(List<Group> groups, string name, string value)
    {
        var allow = name.Equals("allow", StringComparison.OrdinalIgnoreCase);
        if (allow || name.Equals("disallow", StringComparison.OrdinalIgnoreCase))
        {
            var rule = value.Length == 0 ? null : new RobotsRule(allow, value);
            foreach (var group in groups)
            {
                if (rule is not null && group.Rules.Count < MaximumRules)
                {
                    group.Rules.Add(rule);
                }
            }

            return true;
        }

        if (!name.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 86_400)
        {
            groups.ForEach(group => group.CrawlDelay = TimeSpan.FromSeconds(seconds));
        }

        return true;
    }

    /// <summary>The part that is read: whole lines, for a rule cut short would cover more than it says.</summary>
    private static ReadOnlySpan<char> Readable(string text)
    {
        var readable = text.AsSpan().TrimStart('\uFEFF');
        return readable.Length <= MaximumLength ? readable : readable[..(readable[..MaximumLength].LastIndexOfAny('\r', '\n') + 1)];
    }

    private static (string Name, string Value)? Field(ReadOnlySpan<char> line)
    {
        var comment = line.IndexOf('#');
        if (comment >= 0)
        {
            line = line[..comment];
        }

        var colon = line.IndexOf(':');
        return colon < 0 ? null : (line[..colon].Trim().ToString(), line[(colon + 1)..].Trim().ToString());
    }

    /// <summary>The leading letters, <c>-</c> and <c>_</c>: some files add a version to the token.</summary>
    private static ReadOnlySpan<char> ProductToken(string value)
    {
        var length = 0;
        while (length < value.Length && (char.IsAsciiLetter(value[length]) || value[length] is '-' or '_'))
        {
            length++;
        }

        return value.AsSpan(0, length);
    }

    private sealed class Group
    {
        public bool Named { get; set; }

        public TimeSpan? CrawlDelay { get; set; }

        public List<RobotsRule> Rules { get; } = [];
    }
}
