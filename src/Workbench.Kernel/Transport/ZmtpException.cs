namespace Workbench.Kernel.Transport;

/// <summary>A peer that does not speak ZMTP 3, or asks for more than it may. Its connection ends; nothing else does.</summary>
internal sealed class ZmtpException(string message) : IOException(message);
