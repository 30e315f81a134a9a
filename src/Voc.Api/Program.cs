using System.CommandLine;
using Voc.Api.Commands;
using Voc.Api.Problems;

var parsed = VocCommand.Create().Parse(args);
if (parsed.Action is System.CommandLine.Invocation.ParseErrorAction mistake)
{
    mistake.ShowHelp = false; // It would go to standard output, which is for data.
}
try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception failure)
{
    // What an operator can mend is told in a sentence; anything else is for a bug report.
    await Console.Error.WriteLineAsync(StoreTrouble.Of(failure)?.Say() ?? failure.ToString());
    return 1;
}
