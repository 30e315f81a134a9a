using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Voc.Api.Search;

/// <summary>The part of FTS5's extension interface that is used here, in the order of <c>fts5.h</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Fts5ExtensionApi
{
    public int Version;
    public delegate* unmanaged[Cdecl]<nint, nint> UserData;
    public nint ColumnCount;
    public delegate* unmanaged[Cdecl]<nint, long*, int> RowCount;
    public nint ColumnTotalSize;
    public nint Tokenize;
    public delegate* unmanaged[Cdecl]<nint, int> PhraseCount;
    public nint PhraseSize;
    public nint InstCount;
    public nint Inst;
    public delegate* unmanaged[Cdecl]<nint, long> Rowid;
    public nint ColumnText;
    public nint ColumnSize;
    public delegate* unmanaged[Cdecl]<nint, int, void*, delegate* unmanaged[Cdecl]<Fts5ExtensionApi*, nint, void*, int>, int> QueryPhrase;
    public nint SetAuxdata;
    public nint GetAuxdata;
    public delegate* unmanaged[Cdecl]<nint, int, Fts5PhraseIter*, int*, int*, int> PhraseFirst;
    public delegate* unmanaged[Cdecl]<nint, Fts5PhraseIter*, int*, int*, void> PhraseNext;
}

/// <summary>Where an iteration over a phrase's places is.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Fts5PhraseIter
{
    public nint A;
    public nint B;
}

/// <summary>Registers functions of FTS5 on a connection.</summary>
internal static unsafe partial class Fts5Native
{
    private const string Library = "e_sqlite3";
    private const int Row = 100;

    /// <summary>Adds an auxiliary function, which SQL then calls with the name of the index as its argument.</summary>
    /// <param name="connection">Open; keeps the function until it is closed.</param>
    /// <param name="name">Name in SQL.</param>
    /// <param name="userData">Is what the function gets from <see cref="Fts5ExtensionApi.UserData"/>.</param>
    /// <param name="function">Called for each row that uses it.</param>
    public static void CreateFunction(
        SqliteConnection connection, string name, nint userData, delegate* unmanaged[Cdecl]<Fts5ExtensionApi*, nint, nint, int, nint, void> function)
    {
        var api = Api(connection.Handle!.DangerousGetHandle());
        fixed (byte* utf8 = System.Text.Encoding.UTF8.GetBytes(name + '\0'))
        {
            Check(api->CreateFunction(api, utf8, userData, function, 0));
        }
    }

    private static Fts5Api* Api(nint database)
    {
        nint statement;
        fixed (byte* sql = "SELECT fts5(?1)\0"u8)
        {
            Check(Prepare(database, sql, -1, &statement, null));
        }
        try
        {
            Fts5Api* api = null;
            fixed (byte* type = "fts5_api_ptr\0"u8)
            {
                Check(BindPointer(statement, 1, &api, type, 0));
                var step = Step(statement);
                return api is not null && step == Row ? api : throw new InvalidOperationException($"FTS5 is not available (SQLite result {step}).");
            }
        }
        finally
        {
            _ = Finalize(statement);
        }
    }

    private static void Check(int result, [CallerArgumentExpression(nameof(result))] string call = "")
    {
        if (result != 0)
        {
            throw new InvalidOperationException($"SQLite result {result} for {call}");
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Fts5Api
    {
        public int Version;
        public nint CreateTokenizer;
        public nint FindTokenizer;
        public delegate* unmanaged[Cdecl]<Fts5Api*, byte*, nint, delegate* unmanaged[Cdecl]<Fts5ExtensionApi*, nint, nint, int, nint, void>, nint, int> CreateFunction;
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_prepare_v2")]
    private static partial int Prepare(nint database, byte* sql, int length, nint* statement, byte** tail);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_pointer")]
    private static partial int BindPointer(nint statement, int index, void* value, byte* type, nint destroy);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    private static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_finalize")]
    private static partial int Finalize(nint statement);
}
