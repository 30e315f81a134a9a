using System.Text.Json;
using Voc.Analysis;
using Voc.Analysis.Learning;
using Voc.Api.Problems;

namespace Voc.Api.Commands;

/// <summary>Tells on standard error why a command cannot do what it was asked; anything else that goes wrong is a fault of the program.</summary>
internal static class Refusals
{
    /// <summary>Runs a command.</summary>
    /// <returns>Its exit code, or 1 where it was refused.</returns>
    public static async Task<int> ToldAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (UntrainableException untrainable)
        {
            await Console.Error.WriteLineAsync(untrainable.Problem.Say());
        }
        catch (DataFileException unusable)
        {
            await Console.Error.WriteLineAsync($"{unusable.Place}: {unusable.Problem.Say()}");
        }
        catch (ClassifierInputException unreadable)
        {
            await Console.Error.WriteLineAsync($"{unreadable.File}: {unreadable.Problem.Say()}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(new LocalizedText("中断しました。", "Interrupted.").Say());
        }

        return 1;
    }
}
