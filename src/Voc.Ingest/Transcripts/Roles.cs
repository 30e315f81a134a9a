using System.Text;

namespace Voc.Ingest.Transcripts;

internal enum Role
{
    Unknown,
    Customer,
    Agent,
}

/// <summary>Who speaks for the company and who is its customer, by what they are called and by how they greet.</summary>
internal static class Roles
{
    /// <summary>Looked for first: 「お客様相談室」 is no customer.</summary>
    private static readonly string[] Agents =
    [
        "オペレータ", "オペレーション", "担当", "窓口", "サポート", "相談室", "センター", "デスク", "受付", "係", "スタッフ", "コミュニケータ", "応対者", "弊社", "店員", "自動音声",
        "agent", "operator", "support", "representative", "staff", "advisor", "adviser", "service", "ivr",
    ];

    private static readonly string[] Customers = ["お客", "客様", "顧客", "カスタマー", "契約者", "会員", "利用者", "入電者", "発信者", "相談者", "customer", "client", "caller", "member", "consumer"];

    private static readonly string[] Greetings =
    [
        "お電話ありがとうございます", "お電話いただきありがとう", "が承ります", "が担当いたします", "が承りました", "お問い合わせありがとうございます", "ご用件を", "お名前とお電話番号",
        "thank you for calling", "thanks for calling", "how can i help", "how may i help", "how may i assist",
    ];

    /// <summary>The role a name tells.</summary>
    public static Role Of(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return Array.Exists(Agents, word => plain.Contains(word, StringComparison.Ordinal)) ? Role.Agent
            : plain is "客" or "user" || Array.Exists(Customers, word => plain.Contains(word, StringComparison.Ordinal)) ? Role.Customer
            : Role.Unknown;
    }

    /// <summary>The customers among the speakers of a call; empty where nobody can tell.</summary>
    public static IReadOnlyList<string> Customer(IReadOnlyList<string> speakers, IReadOnlyList<Turn> turns)
    {
        string[] named = [.. speakers.Where(speaker => Of(speaker) == Role.Customer)];
        if (named.Length > 0)
        {
            return named;
        }

        string[] others = [.. speakers.Where(speaker => Of(speaker) == Role.Unknown)];
        if (others.Length == 1 && speakers.Count > 1)
        {
            return others;
        }

        string[] silent = [.. speakers.Where(speaker => !turns.Any(turn => turn.Speaker == speaker && Greets(turn.Text)))];
        return speakers.Count == 2 && silent.Length == 1 ? silent : [];
    }

    /// <summary>Whether somebody greets as a company's staff do.</summary>
    public static bool Greets(string text)
    {
        var plain = text.ToLowerInvariant();
        return Array.Exists(Greetings, greeting => plain.Contains(greeting, StringComparison.Ordinal));
    }
}
