using System.CommandLine;

namespace Voc.Api.Commands;

/// <summary>The command line. Data goes to standard output, progress and messages to standard error; 0 means success.</summary>
internal static class VocCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Voc: the voice of your customers, collected, read as Japanese, searchable and live.");
        root.Add(CommonOptions.Data);
        root.Add(CommonOptions.Database);
        root.Add(ServeCommand.Create());
        root.Add(DemoCommand.Create());
        root.Add(SearchCommand.Create());
        root.Add(ExportCommand.Create());
        root.Add(ImportCommand.Create());
        root.Add(AnalyzeCommand.Create());
        root.Add(TokenizeCommand.Create());
        root.Add(ReplayCommand.Create());
        root.Add(ClassifyCommand.Create());
        root.Add(CorpusCommand.Create());
        root.Add(TrainCommand.Create());
        root.Add(EvaluateCommand.Create());
        root.Add(ReindexCommand.Create());
        root.Add(UserCommand.Create());
        root.Add(KeyCommand.Create());
        root.Add(BackupCommands.Backup());
        root.Add(BackupCommands.Restore());
        root.Add(OpenApiCommand.Create());
        return root;
    }
}
