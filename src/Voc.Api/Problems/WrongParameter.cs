using System.Globalization;
using Microsoft.AspNetCore.Http.Metadata;

namespace Voc.Api.Problems;

/// <summary>Finds the parameter on whose account a request was refused: what binds parameters answers with a status and says no more.</summary>
internal static class WrongParameter
{
    private static readonly LocalizedText Whole = new("整数", "a whole number");

    private static readonly Dictionary<Type, (Func<string, bool> Reads, LocalizedText Form)> Types = new()
    {
        [typeof(int)] = (text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _), Whole),
        [typeof(long)] = (text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _), Whole),
        [typeof(double)] = (text => double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _), new("数", "a number")),
        [typeof(bool)] = (text => bool.TryParse(text, out _), new("true か false", "true or false")),
    };

    /// <summary>What is wrong with the first parameter that cannot be read, or null where all can be.</summary>
    public static LocalizedText? Of(HttpContext http)
    {
        foreach (var parameter in http.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [])
        {
            var type = Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType;
            if (http.Request.Query[parameter.Name].ToString() is { Length: > 0 } given && Types.TryGetValue(type, out var known) && !known.Reads(given))
            {
                var name = parameter.Name.Length > 0 ? char.ToLowerInvariant(parameter.Name[0]) + parameter.Name[1..] : "";
                return new($"{name} に「{given}」は指定できません。{known.Form.Ja}を指定してください。", $"'{given}' is nothing for {name}: give {known.Form.En}.");
            }
        }
        return null;
    }
}
