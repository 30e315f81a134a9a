namespace Voc.Ingest.Fetching;

/// <summary>A host name led to an address that must not be fetched.</summary>
internal sealed class ForbiddenAddressException(string host) : IOException($"{host} leads to an address that is not public")
{
    public string Host => host;

    /// <summary>Finds it inside the exception of an HTTP client.</summary>
    public static ForbiddenAddressException? In(Exception? exception)
    {
        while (exception is not null and not ForbiddenAddressException)
        {
            exception = exception.InnerException;
        }

        return exception as ForbiddenAddressException;
    }
}
