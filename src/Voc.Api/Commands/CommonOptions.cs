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
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddJsonFile(Path.Combine(parsed.GetValue(Data) ?? "", "voc.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();
        var options = configuration.GetSection(VocOptions.Section).Get<VocOptions>() ?? new VocOptions();
        options.DataDirectory = Path.GetFullPath(parsed.GetValue(Data) ?? options.DataDirectory);
        options.Database = parsed.GetValue(Database) ?? options.Database;
        _ = options.Zone; // A zone that does not exist is said now, not in the middle of the night.
        return options;
    }
}
