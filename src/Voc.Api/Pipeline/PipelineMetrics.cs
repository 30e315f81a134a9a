using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Voc.Api.Pipeline;

/// <summary>What the pipeline counts, as the meter <c>Voc</c>.</summary>
internal sealed class PipelineMetrics : IDisposable
{
    public const string MeterName = "Voc";

    private readonly Meter _meter = new(MeterName);

    public PipelineMetrics()
    {
        Accepted = _meter.CreateCounter<long>("voc.feedback.accepted", "{feedback}", "Feedback acknowledged, duplicates not counted");
        Analysed = _meter.CreateCounter<long>("voc.feedback.analysed", "{feedback}", "Feedback moved into the archive");
        DeadLetters = _meter.CreateCounter<long>("voc.feedback.dead_letters", "{feedback}", "Feedback given up");
        BatchDuration = _meter.CreateHistogram<double>("voc.analysis.batch.duration", "s", "Analysis and commit of one batch");
    }

    public Counter<long> Accepted { get; }

    public Counter<long> Analysed { get; }

    public Counter<long> DeadLetters { get; }

    public Histogram<double> BatchDuration { get; }

    /// <summary>Reports what waits in the inbox whenever metrics are collected.</summary>
    public void Watch(Inbox inbox) =>
        _meter.CreateObservableGauge("voc.inbox.pending", () => inbox.Pending, "{feedback}", "Feedback that waits for analysis");

    public void Dispose() => _meter.Dispose();
}

/// <summary>Sends metrics over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names where to.</summary>
internal sealed class MetricsExport(PipelineMetrics metrics, Inbox inbox) : IHostedService
{
    private MeterProvider? _provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        metrics.Watch(inbox);
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT")))
        {
            _provider = Sdk.CreateMeterProviderBuilder()
                .AddMeter(PipelineMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections")
                .AddOtlpExporter()
                .Build();
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _provider?.Dispose();
        return Task.CompletedTask;
    }
}
