using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Voc.Api;

/// <summary>Describes parameters that may be repeated as what they are: they may be left out, too.</summary>
internal static class ListParameters
{
    public static Task MayBeLeftOut(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var list in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Query && p.Schema?.Type?.HasFlag(JsonSchemaType.Array) == true))
        {
            list.Required = false;
        }
        return Task.CompletedTask;
    }
}
