using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Voc.Browser.Tests.Infrastructure;

/// <summary>The product as <c>voc demo</c> runs it: a process of its own with the real dashboard, the demo's data and its live feed.</summary>
internal sealed class DemoProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly string _folder;
    private readonly List<string> _said = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DemoProcess(Process process, string folder, int port)
    {
        _process = process;
        _folder = folder;
        Address = new Uri($"http://localhost:{port}");
    }

    public Uri Address { get; }

    /// <summary>Its data.</summary>
    public string Folder => _folder;

    /// <summary>Starts a demo with a data folder of its own and waits until its archive is read and its accounts are there.</summary>
    public static async Task<DemoProcess> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("voc-browser").FullName;
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Voc.Api.dll"), "demo", "--data", folder, "--port", $"{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var demo = new DemoProcess(Process.Start(start)!, folder, port);
        demo.Listen();
        try
        {
            await demo._ready.Task.WaitAsync(StartLimit);
            return demo;
        }
        catch (Exception failure)
        {
            await demo.DisposeAsync();
            throw new InvalidOperationException("The demo did not start. It said:\n" + string.Join('\n', demo._said), failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The demo announces its address once everything is in place.</summary>
    private void Listen()
    {
        void Hear(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null)
            {
                _ready.TrySetException(new InvalidOperationException("It ended."));
                return;
            }
            lock (_said)
            {
                _said.Add(line.Data);
            }
            if (line.Data.StartsWith(Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal))
            {
                _ready.TrySetResult();
            }
        }

        _process.ErrorDataReceived += Hear;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
