using Voc.Api.Commands;

return await VocCommand.Create().Parse(args).InvokeAsync();
