using Voc.Api.Commands;

var parsed = VocCommand.Create().Parse(args);
if (parsed.Action is System.CommandLine.Invocation.ParseErrorAction mistake)
{
    mistake.ShowHelp = false; // It would go to standard output, which is for data.
}
return await parsed.InvokeAsync();
