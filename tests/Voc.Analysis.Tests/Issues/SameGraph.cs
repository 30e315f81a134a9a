using System.Collections;
using System.Reflection;

namespace Voc.Analysis.Tests.Issues;

/// <summary>Compares two objects field by field, and the objects in their fields: what is not saved with the rest is a difference.</summary>
internal sealed class SameGraph
{
    private readonly HashSet<(object, object)> _compared = [];

    /// <summary>The first difference as a path of fields, or null where there is none.</summary>
    /// <param name="one">One object.</param>
    /// <param name="other">The other.</param>
    /// <param name="derived">Fields that are made of others when they are asked for.</param>
    public static string? Difference(object one, object other, params string[] derived) => new SameGraph().Difference(one.GetType().Name, one, other, derived);

    private string? Difference(string path, object? one, object? other, string[] derived)
    {
        if (one is null || other is null || one is Delegate)
        {
            return (one is null) == (other is null) ? null : path;
        }
        var type = one.GetType();
        if (type != other.GetType())
        {
            return path;
        }
        if (type.IsPrimitive || type.IsEnum || one is string or DateTimeOffset or Type or TimeZoneInfo)
        {
            return one.Equals(other) ? null : $"{path}: {one}, {other}";
        }
        if (!type.IsValueType && (ReferenceEquals(one, other) || !_compared.Add((one, other))))
        {
            return null;
        }
        return one switch
        {
            Array { Length: var length } when type.GetElementType()!.IsPrimitive =>
                length == ((Array)other).Length && one is IStructuralEquatable same && same.Equals(other, EqualityComparer<object>.Default) ? null : path,
            IDictionary or IList => Items(path, [.. ((IEnumerable)one).Cast<object?>()], [.. ((IEnumerable)other).Cast<object?>()], derived),
            IEnumerable set when type.Name.StartsWith("HashSet", StringComparison.Ordinal) => Items(path, [.. set.Cast<object>().Order()], [.. ((IEnumerable)other).Cast<object>().Order()], derived),
            _ => Fields(path, type, one, other, derived),
        };
    }

    private string? Items(string path, IReadOnlyList<object?> one, IReadOnlyList<object?> other, string[] derived)
    {
        if (one.Count != other.Count)
        {
            return $"{path}: {one.Count}, {other.Count}";
        }
        return one.Select((item, i) => Difference($"{path}[{i}]", item, other[i], derived)).FirstOrDefault(found => found is not null);
    }

    private string? Fields(string path, Type? type, object one, object other, string[] derived)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!derived.Contains(field.Name) && Difference($"{path}.{field.Name}", field.GetValue(one), field.GetValue(other), derived) is { } found)
                {
                    return found;
                }
            }
        }
        return null;
    }
}
