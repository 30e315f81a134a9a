using System.Reflection;
using Microsoft.AspNetCore.Http;
using Voc.Api.Search;

namespace Voc.Api.Tests;

public sealed class ParameterTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>What binds requests is generated when the program is built and passes over what a type has inherited.</summary>
    [Fact]
    public void Types_that_hold_parameters_of_an_endpoint_inherit_none()
    {
        var types = typeof(ScopeQuery).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(All)).SelectMany(method => method.GetParameters())
            .Where(parameter => parameter.GetCustomAttribute<AsParametersAttribute>() is not null).Select(parameter => parameter.ParameterType).ToHashSet();

        Assert.Contains(typeof(ScopeQuery), types);
        Assert.All(types, type => Assert.Equal(typeof(object), type.BaseType));
    }
}
