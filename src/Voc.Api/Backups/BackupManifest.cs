using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voc.Api.Backups;

/// <summary>A file of a backup with what proves that it is whole.</summary>
internal sealed record BackupFile(string Name, long Length, string Sha256);

/// <summary>What a backup holds. <see cref="Version"/> grows when an older program could not restore it rightly.</summary>
internal sealed record BackupManifest(string Format, int Version, string Product, DateTimeOffset CreatedAt, IReadOnlyList<BackupFile> Files)
{
    public const string FileName = "manifest.json";
    public const string FormatName = "voc-backup";
    public const int CurrentVersion = 1;

    public const string Database = "voc.db";

    /// <summary>What belongs to an installation beside its database, as names or folders relative to the data folder.</summary>
    public static readonly string[] Others = [Storage.PseudonymKey.FileName, "voc.json", "keys", "imports"];

    public static BackupManifest Of(IReadOnlyList<BackupFile> files, DateTimeOffset now) =>
        new(FormatName, CurrentVersion, typeof(BackupManifest).Assembly.GetName().Version!.ToString(3), now, files);

    /// <summary>Whether a name is one that a backup of this version holds; nothing else is ever written to disk.</summary>
    public static bool IsKnown(string name)
    {
        var parts = name.Split('/');
        return name == Database
            || (parts.Length == 1 && Others.Contains(name) && Path.HasExtension(name))
            || (parts.Length == 2 && Others.Contains(parts[0]) && parts[1] is not ("" or "." or "..") && parts[1].IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && !parts[1].Contains('\\'));
    }

    public string Write() => JsonSerializer.Serialize(this, BackupJson.Default.BackupManifest);

    public static BackupManifest? Read(Stream json) => JsonSerializer.Deserialize(json, BackupJson.Default.BackupManifest);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
