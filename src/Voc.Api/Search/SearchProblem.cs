using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Analysis.Search;
using Voc.Api.Problems;

namespace Voc.Api.Search;

/// <summary>What is answered to a search that cannot be understood, wherever it is asked for.</summary>
internal static class SearchProblem
{
    /// <summary>The answer, or null where it was not the search that failed.</summary>
    public static ProblemHttpResult? Of(Exception failure) => failure switch
    {
        QueryException wrong => Of(wrong),
        SearchParameterException wrong => Problem.Field(wrong.Name, wrong.Explanation),
        _ => null,
    };

    /// <summary>400 that says where in the query and why, and suggests another where there is one.</summary>
    public static ProblemHttpResult Of(QueryException wrong)
    {
        var problem = Problem.Field("q", wrong.Explanation, code: "query");
        problem.ProblemDetails.Extensions["position"] = wrong.Position;
        problem.ProblemDetails.Extensions["reason"] = wrong.Code;
        problem.ProblemDetails.Extensions["suggestion"] = wrong.Suggestion;
        return problem;
    }
}
