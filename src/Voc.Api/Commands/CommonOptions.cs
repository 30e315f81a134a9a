using System.CommandLine;

namespace Voc.Api.Commands;

/// <summary>Options every command takes, and the settings they lead to.</summary>
internal static class CommonOptions
{
    public static readonly Option<string?> Data = new("--data") { Description = "Folder that holds the installation's data (default: .voc/data)", Recursive = true, HelpName = "DIR" };
    public static readonly Option<string?> Database = new("--database") { Description = "SQLite connection string (default: voc.db in the data folder)", Recursive = true };

    /// <summary>The settings of configuration files, environment and command line; the later win.</summary>
    public static VocOptions Options(this ParseResult parsed)
    {
        // Which folder it is decides whose voc.json is read, so the folder is settled first.
        var folder = Path.GetFullPath(parsed.GetValue(Data) ?? Read(null).DataDirectory);
        var options = Read(Path.Combine(folder, "voc.json"));
        options.DataDirectory = folder;
        options.Database = parsed.GetValue(Database) ?? options.Database;
        _ = options.Zone; // A zone that does not exist is said now, not in the middle of the night.
        return options;
    }

    private static VocOptions Read(string? file)
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"));
        if (file is not null)
        {
            configuration.AddJsonFile(file, optional: true);
        }
        return configuration.AddEnvironmentVariables().Build().GetSection(VocOptions.Section).Get<VocOptions>() ?? new VocOptions();
    }
}
