using Microsoft.Data.Sqlite;
using Voc.Api.Storage;
using static SQLitePCL.raw;

namespace Voc.Api.Problems;

/// <summary>Says in plain words why the store, or the disk it is on, takes or gives nothing.</summary>
internal static class StoreTrouble
{
    private const int NoSpaceOnLinux = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>What is the matter and what to do, or null where a failure is not the store's.</summary>
    public static LocalizedText? Of(Exception failure) => failure switch
    {
        StoreUnavailableException { InnerException: { } cause } => Of(cause),
        NewerStoreException newer => new(newer.Message, newer.Message),
        SqliteException { SqliteErrorCode: SQLITE_FULL } => Full,
        SqliteException { SqliteErrorCode: SQLITE_READONLY or SQLITE_CANTOPEN or SQLITE_PERM } => ReadOnly,
        SqliteException { SqliteErrorCode: SQLITE_BUSY or SQLITE_LOCKED } => new(
            "データベースを別のプログラムが使っています。そのプログラムを終えるか、終わるのを待ってからもう一度実行してください。",
            "Another program holds the database. End it, or wait for it, and try again."),
        SqliteException { SqliteErrorCode: SQLITE_CORRUPT or SQLITE_NOTADB } => new(
            "データベースのファイルが壊れています。voc restore でバックアップから戻してください。",
            "The database file is damaged. Bring back a backup with voc restore."),
        SqliteException { SqliteErrorCode: SQLITE_IOERR } => new(
            "ディスクの読み書きに失敗しました。ディスクの状態と空き容量を確認してください。",
            "Reading or writing the disk failed. Check the disk and its free space."),
        IOException { HResult: NoSpaceOnLinux or NoSpaceOnWindows } => Full,
        UnauthorizedAccessException => ReadOnly,
        IOException io => new($"ファイルを読み書きできません。（{io.Message}）", $"A file cannot be read or written. ({io.Message})"),
        { InnerException: { } inner } => Of(inner),
        _ => null,
    };

    private static LocalizedText Full { get; } = new(
        "ディスクの空きがありません。空きを増やしてからもう一度実行してください。保存済みのデータはそのままです。",
        "The disk is full. Free some space and try again. What was stored is untouched.");

    private static LocalizedText ReadOnly { get; } = new(
        "データフォルダーに書き込めません。フォルダーの権限と、ディスクが読み取り専用になっていないかを確認してください。",
        "The data folder cannot be written. Check its permissions, and that the disk is not read-only.");
}
