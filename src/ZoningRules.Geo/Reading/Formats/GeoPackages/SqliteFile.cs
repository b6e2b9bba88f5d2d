using System.Runtime.InteropServices;
using SQLitePCL;

namespace ZoningRules.Geo.Reading.Formats.GeoPackages;

/// <summary>
/// An SQLite database read from memory. Nothing in it runs: no trigger, view, function or extension; only plain reading of tables is allowed, within a number
/// of steps.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    private const int JournalMarks = 18;
    private const int StepsBetweenChecks = 10_000;
    private const int MostChecks = 5_000;

    // Actions of an authorizer, of sqlite3.h.
    private const int ReadingColumn = 20;
    private const int Selecting = 21;
    private const int AskingPragma = 19;

    private readonly sqlite3 database;
    private readonly string name;
    private int checks;

    private SqliteFile(sqlite3 database, string name)
    {
        this.database = database;
        this.name = name;
    }

    /// <summary>Whether the writer kept changes in a second file, which is not read.</summary>
    public bool HasLog { get; private init; }

    /// <summary>Whether bytes begin like an SQLite database.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.StartsWith("SQLite format 3\0"u8) && bytes.Length >= 100;

    /// <summary>Opens a database.</summary>
    /// <exception cref="GeometryTextException">It is damaged.</exception>
    public static SqliteFile Open(ReadOnlyMemory<byte> bytes, string name)
    {
        Batteries_V2.Init();
        if (raw.sqlite3_open_v2(":memory:", out var database, raw.SQLITE_OPEN_READWRITE, null) != raw.SQLITE_OK)
        {
            database?.Dispose();
            throw Damaged(name, "");
        }

        var file = new SqliteFile(database, name) { HasLog = bytes.Span[JournalMarks] == 2 || bytes.Span[JournalMarks + 1] == 2 };
        try
        {
            file.Restrict();
            file.Load(bytes.Span);
            file.Forbid();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a database where it is, without reading it into memory. Changes that are still in a log beside it are not read, so a database with such a log is refused.</summary>
    /// <exception cref="GeometryTextException">It is damaged, or not all of its changes are in it.</exception>
    public static SqliteFile OpenFile(string path)
    {
        Batteries_V2.Init();
        var name = Path.GetFileName(path);
        if (new FileInfo(path + "-wal") is { Exists: true, Length: > 0 })
        {
            throw GeometryTextException.Bad(
                $"`{name}` 尚有修改在 -wal 文件中；请在制图软件中关闭它再试", $"`{name}` has changes that are still in its -wal file; close it in the mapping program first");
        }

        // Immutable: nothing is locked and nothing is written beside it.
        var location = new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1";
        if (raw.sqlite3_open_v2(location, out var database, raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI, null) != raw.SQLITE_OK)
        {
            database?.Dispose();
            throw Damaged(name, "");
        }

        var file = new SqliteFile(database, name);
        try
        {
            file.Restrict();
            foreach (var pragma in (string[])["PRAGMA cell_size_check = ON", "PRAGMA cache_size = -4000", "PRAGMA temp_store = MEMORY"])
            {
                using var rows = file.Query(pragma);
                rows.Next();
            }

            file.Forbid();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The number of steps is limited for each row of a long table, not for all of them together.</summary>
    public void BeginRow() => checks = 0;

    /// <summary>Begins to read what a statement gives.</summary>
    /// <exception cref="GeometryTextException">The database is damaged or lacks what is asked for.</exception>
    public SqliteRows Query(string statement)
    {
        var code = raw.sqlite3_prepare_v2(database, statement, out var prepared);
        return code == raw.SQLITE_OK ? new(this, prepared) : throw Fault();
    }

    /// <summary>A name in quotation marks.</summary>
    public static string Quoted(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <inheritdoc/>
    public void Dispose() => database.Dispose();

    /// <summary>What went wrong last.</summary>
    internal GeometryTextException Fault() => Damaged(name, raw.sqlite3_errmsg(database).utf8_to_string());

    private static GeometryTextException Damaged(string name, string cause) =>
        GeometryTextException.Bad($"数据库 `{name}` 已损坏或无法读取（{cause}）", $"the database `{name}` is damaged or cannot be read ({cause})");

    private void Restrict()
    {
        foreach (var (option, value) in ((int, int)[])
        [
            (raw.SQLITE_DBCONFIG_DEFENSIVE, 1),
            (raw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
            (raw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
            (raw.SQLITE_DBCONFIG_ENABLE_VIEW, 0),
            (raw.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
        ])
        {
            raw.sqlite3_db_config(database, option, value, out _);
        }

        raw.sqlite3_limit(database, raw.SQLITE_LIMIT_SQL_LENGTH, 1_000_000);
        raw.sqlite3_limit(database, raw.SQLITE_LIMIT_COLUMN, 2_000);
        raw.sqlite3_limit(database, raw.SQLITE_LIMIT_EXPR_DEPTH, 50);
        raw.sqlite3_limit(database, raw.SQLITE_LIMIT_VDBE_OP, 50_000);
        raw.sqlite3_limit(database, raw.SQLITE_LIMIT_ATTACHED, 0);
        raw.sqlite3_progress_handler(database, StepsBetweenChecks, _ => ++checks > MostChecks ? 1 : 0, null);
    }

    // A database whose changes go to a log cannot be opened from memory, so the copy is marked as one without.
    private void Load(ReadOnlySpan<byte> bytes)
    {
        raw.sqlite3_limit(database, raw.SQLITE_LIMIT_LENGTH, Math.Max(bytes.Length, 1_000_000));
        var copy = raw.sqlite3_malloc64(bytes.Length);
        if (copy == 0)
        {
            throw Damaged(name, "");
        }

        Marshal.Copy(bytes.ToArray(), 0, copy, bytes.Length);
        if (HasLog)
        {
            Marshal.WriteInt16(copy, JournalMarks, 0x0101);
        }

        // From here on the copy belongs to the database, even when this fails.
        if (raw.sqlite3_deserialize(database, "main", copy, bytes.Length, bytes.Length, raw.SQLITE_DESERIALIZE_FREEONCLOSE | raw.SQLITE_DESERIALIZE_READONLY) != raw.SQLITE_OK)
        {
            throw Fault();
        }

        foreach (var pragma in (string[])["PRAGMA cell_size_check = ON", "PRAGMA cache_size = -4000", "PRAGMA temp_store = MEMORY"])
        {
            using var rows = Query(pragma);
            rows.Next();
        }
    }

    private void Forbid() => raw.sqlite3_set_authorizer(
        database,
        (delegate_authorizer)((_, action, first, _, _, _) =>
            action is ReadingColumn or Selecting || (action == AskingPragma && first.utf8_to_string() == "table_info") ? raw.SQLITE_OK : raw.SQLITE_DENY),
        null);
}
