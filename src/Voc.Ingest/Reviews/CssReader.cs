namespace Voc.Ingest.Reviews;

/// <summary>Reads the text of a CSS selector from left to right.</summary>
internal sealed class CssReader(string text)
{
    /// <summary>Where reading stands, or stopped.</summary>
    public int Position { get; private set; }

    public bool AtEnd => Position >= text.Length;

    private char Current => AtEnd ? '\0' : text[Position];

    /// <summary>Passes over a character and the spaces around it, where it stands next.</summary>
    public bool Skip(char wanted)
    {
        var skipped = SkipTo(wanted);
        SkipSpaces();
        return skipped;
    }

    /// <summary>Reads up to a comma or the end; null where it cannot be read.</summary>
    public CssSelector.Alternative? ReadAlternative()
    {
        SkipSpaces();
        var steps = new List<CssStep>();
        if (Current == '.' && (Position + 1 == text.Length || text[Position + 1] is ',' or '@' or ' '))
        {
            Position++;
            SkipSpaces();
            return Finish([], own: true);
        }

        var child = false;
        while (!AtEnd && Current is not (',' or '@'))
        {
            if (ReadStep(child) is not { } step)
            {
                return null;
            }

            steps.Add(step);
            child = Skip('>');
        }

        return child ? null : Finish(steps, own: false);
    }

    /// <summary>Reads the attribute at the end; without one, something must have been selected before.</summary>
    private CssSelector.Alternative? Finish(List<CssStep> steps, bool own)
    {
        if (Current != '@')
        {
            return own || steps.Count > 0 ? new(steps, null) : null;
        }

        Position++;
        return ReadName() is { } attribute ? new(steps, attribute.ToLowerInvariant()) : null;
    }

    private CssStep? ReadStep(bool child)
    {
        var start = Position;
        string? element = null;
        if (Current == '*')
        {
            Position++;
        }
        else
        {
            element = ReadName()?.ToLowerInvariant();
        }

        var conditions = new List<CssCondition>();
        while (Current is '#' or '.' or '[')
        {
            if (ReadCondition() is not { } condition)
            {
                return null;
            }

            conditions.Add(condition);
        }

        return Position == start ? null : new(child, element, conditions);
    }

    private CssCondition? ReadCondition()
    {
        var kind = text[Position++];
        if (kind != '[')
        {
            return ReadName() is { } name ? new(kind == '#' ? "id" : "class", kind == '#' ? '=' : '~', name) : null;
        }

        SkipSpaces();
        if (ReadName() is not { } attribute)
        {
            return null;
        }

        attribute = attribute.ToLowerInvariant();
        if (SkipTo(']'))
        {
            return new(attribute, '\0', "");
        }

        var sign = '=';
        if (Current is '~' or '^' or '$' or '*')
        {
            sign = text[Position++];
        }

        if (!Skip('=') || ReadValue() is not { } value || !SkipTo(']'))
        {
            return null;
        }

        return new(attribute, sign, value);
    }

    /// <summary>Passes over spaces and the character after them, but not the spaces after that, which are a step of their own.</summary>
    private bool SkipTo(char wanted)
    {
        SkipSpaces();
        if (Current != wanted)
        {
            return false;
        }

        Position++;
        return true;
    }

    private string? ReadValue()
    {
        if (Current is not ('"' or '\''))
        {
            return ReadName();
        }

        var end = text.IndexOf(Current, Position + 1);
        if (end < 0)
        {
            return null;
        }

        var value = text[(Position + 1)..end];
        Position = end + 1;
        return value;
    }

    /// <summary>Letters of any script, digits, <c>-</c> and <c>_</c>; a backslash takes the next character as it is.</summary>
    private string? ReadName()
    {
        var name = new System.Text.StringBuilder();
        while (!AtEnd && (char.IsLetterOrDigit(Current) || Current is '-' or '_' || (Current == '\\' && Position + 1 < text.Length)))
        {
            if (Current == '\\')
            {
                Position++;
            }

            name.Append(Current);
            Position++;
        }

        return name.Length == 0 ? null : name.ToString();
    }

    private void SkipSpaces()
    {
        while (char.IsWhiteSpace(Current))
        {
            Position++;
        }
    }
}
