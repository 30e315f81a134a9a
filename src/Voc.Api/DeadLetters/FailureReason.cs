using System.Text.Json;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.DeadLetters;

/// <summary>Why the analysis of feedback failed: a kind that can be said in plain words, and what the program said.</summary>
internal sealed record FailureReason(string Kind, string Detail)
{
    public const string Damaged = "unreadable";
    public const string StoreBusy = "store";
    public const string Memory = "memory";
    public const string Analysis = "analysis";

    /// <summary>What is stored cannot be read.</summary>
    public static readonly FailureReason Unreadable = new(Damaged, "");

    public static FailureReason Of(Exception failure) => new(
        failure switch
        {
            JsonException => Damaged,
            StoreUnavailableException => StoreBusy,
            OutOfMemoryException or InsufficientExecutionStackException => Memory,
            _ => Analysis,
        },
        failure.Message);

    public string Written() => JsonSerializer.Serialize(this);

    /// <summary>Reads what was written; what a version before wrote is the detail of a failed analysis.</summary>
    public static FailureReason Read(string? written)
    {
        try
        {
            return JsonSerializer.Deserialize<FailureReason>(written ?? "") is { Kind: not null } reason ? reason : new(Analysis, written ?? "");
        }
        catch (JsonException)
        {
            return new(Analysis, written ?? "");
        }
    }

    /// <summary>What happened and what to do, in the reader's language.</summary>
    public string Say() => (Kind switch
    {
        Damaged => new LocalizedText(
            "保存した内容が壊れていて読めません。本文を入れ直して再試行するか、送信元にもう一度送ってもらい、この 1 件は破棄してください。",
            "What was stored is damaged and cannot be read. Enter the text again and retry, or have it sent again and discard this one."),
        StoreBusy => new("保存先に書き込めませんでした。空き容量と権限を確かめて、再試行してください。", "The store could not be written. Check free space and permissions, then retry."),
        Memory => new("本文が複雑で、解析に使えるメモリーが足りませんでした。本文を短くして再試行してください。", "The text needs more memory than there is. Shorten it, then retry."),
        _ => new(
            "解析中に予期しないエラーが起きました。特殊な文字や極端に長い並びがあれば本文を直し、再試行してください。続く場合は、下の詳細を管理者に伝えてください。",
            "Something unexpected went wrong in the analysis. Take unusual characters or very long runs out of the text and retry. If it goes on, give an administrator the details below."),
    }).Say();
}
