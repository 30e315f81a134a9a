using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Voc.Api.Tests.Infrastructure;

/// <summary>
/// The program as its users run it: a process of its own, which can be killed. It is the one that was built beside the tests, or the one that
/// <c>VOC_PROGRAM</c> names, such as what <c>./voc</c> makes.
/// </summary>
internal sealed class VocProcess : IDisposable
{
    private static readonly string Program = Environment.GetEnvironmentVariable("VOC_PROGRAM") ?? Path.Combine(AppContext.BaseDirectory, "Voc.Api.dll");

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private VocProcess(string[] arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public static VocProcess Start(params string[] arguments) => new(arguments, null);

    /// <summary>Starts the service on a folder and waits until it is ready.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="settings">Settings, as the environment holds them.</param>
    public static async Task<(VocProcess Process, Uri Address)> ServeAsync(string folder, IReadOnlyDictionary<string, string>? settings = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var process = new VocProcess(
            ["serve", "--data", folder, "--urls", address.ToString()],
            new Dictionary<string, string>(settings ?? new Dictionary<string, string>()) { ["VOC_ADMIN_PASSWORD"] = VocServer.Password, ["Logging__LogLevel__Default"] = "Warning" });
        using var client = new HttpClient { BaseAddress = address };
        for (var i = 0; i < 300 && !process._process.HasExited; i++)
        {
            try
            {
                if ((await client.GetAsync("/health/ready")).IsSuccessStatusCode)
                {
                    return (process, address);
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
        process.Kill();
        throw new TimeoutException("The service did not start: " + await process._errors);
    }

    /// <summary>Ends the process as SIGKILL does: without any chance to tidy up.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        _process.WaitForExit();
    }

    /// <summary>Ends the process as an operator does, and waits until it has tidied up.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
    }

    /// <summary>Gives it standard input, waits for its end and returns its exit code and what it printed.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> EndAsync(string? input = null)
    {
        if (input is not null)
        {
            await _process.StandardInput.WriteAsync(input);
        }
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _output, await _errors);
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
