using System.Runtime.InteropServices;

namespace CodeSyncer.Cli;

/// <summary>
/// Asks a verb that goes on until it is stopped to end in order: at Ctrl+C, and at the signal that a service manager
/// sends (SIGTERM; on Windows the closing of the console).
/// </summary>
internal sealed class StopRequest : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;

    public StopRequest() => _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, Ask))];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _source.Dispose();
    }

    private void Ask(PosixSignalContext context)
    {
        context.Cancel = true;
        _source.Cancel();
    }
}
