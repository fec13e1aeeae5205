namespace Workbench.Kernel.Protocol;

/// <summary>A message that is refused: cut off, not signed by who has the key, or no JSON.</summary>
internal sealed class BadMessageException(string message, Exception? inner = null) : Exception(message, inner);
