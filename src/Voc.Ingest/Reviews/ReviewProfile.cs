namespace Voc.Ingest.Reviews;

/// <summary>
/// Where the reviews of one site stand in its pages, for sites that do not describe them for machines. Each value is a CSS
/// selector (elements, <c>#id</c>, <c>.class</c>, <c>[attribute]</c>, descendants, <c>&gt;</c>, commas; <c>@attribute</c> at the
/// end takes an attribute, as in <c>time@datetime</c>) or an XPath that starts with <c>/</c>, <c>./</c> or <c>(</c>.
/// All but <see cref="Item"/> and <see cref="Next"/> are looked up inside an item.
/// </summary>
public sealed record ReviewProfile
{
    /// <summary>Elements that hold one review each.</summary>
    public required string Item { get; init; }

    /// <summary>Text of the review; several matches are joined by line ends.</summary>
    public required string Text { get; init; }

    /// <summary>Rating in any form <see cref="ReviewRating.Parse"/> reads, or null.</summary>
    public string? Rating { get; init; }

    /// <summary>Date, or null.</summary>
    public string? Date { get; init; }

    /// <summary>The site's identifier of the review, such as <c>@data-review-id</c>, or null.</summary>
    public string? Id { get; init; }

    /// <summary>Name the writer goes by, or null.</summary>
    public string? Author { get; init; }

    /// <summary>Name of what is reviewed, looked up in the whole page where no item holds it, or null.</summary>
    public string? Product { get; init; }

    /// <summary>Link to the next page, or null for the page's own <c>rel="next"</c>.</summary>
    public string? Next { get; init; }

    /// <summary>What is wrong with the selectors, by field; empty where they can be used.</summary>
    public IReadOnlyList<Violation> Check()
    {
        var violations = new List<Violation>();
        foreach (var (field, selector) in new[] { ("item", Item), ("text", Text), ("rating", Rating), ("date", Date), ("id", Id), ("author", Author), ("product", Product), ("next", Next) })
        {
            if (string.IsNullOrWhiteSpace(selector))
            {
                if (field is "item" or "text")
                {
                    violations.Add(new(field, SelectorProblems.Missing(field)));
                }
            }
            else if (Selector.Problem(selector) is { } problem)
            {
                violations.Add(new(field, problem));
            }
        }

        return violations;
    }
}
