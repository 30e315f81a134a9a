using System.CommandLine;
using Voc.Api.Commands;

try
{
    return await VocCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception failure) when (failure is not OperationCanceledException && Environment.GetEnvironmentVariable("VOC_DEBUG") is null)
{
    // A person reads this. VOC_DEBUG=1 shows where it happened.
    Console.Error.WriteLine("voc: " + failure.Message);
    return 1;
}
