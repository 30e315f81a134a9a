namespace Voc.Browser.Tests.Infrastructure;

/// <summary>The four roles and what the dashboard calls them.</summary>
internal static class Role
{
    public const string Admin = "admin";
    public const string Product = "product";
    public const string Support = "support";
    public const string Researcher = "researcher";

    public static string Named(string role) => role switch
    {
        Admin => "管理者",
        Product => "プロダクト担当",
        Support => "サポート担当",
        Researcher => "リサーチャー",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
