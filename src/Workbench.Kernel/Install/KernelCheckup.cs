namespace Workbench.Kernel.Install;

/// <summary>What a start of the kernel over the real protocol showed.</summary>
/// <param name="StartUp">From the start of the process to its first answer.</param>
/// <param name="FirstCell">The first cell, sent at once.</param>
/// <param name="FirstCellLater">The first cell of another start, sent two seconds after its first answer, as a person or most clients would.</param>
/// <param name="RoundTrip">Median of the later trivial cells.</param>
/// <param name="Interrupt">From the request to the reply of an endless loop.</param>
/// <param name="Shutdown">From the request to the end of the process.</param>
internal sealed record KernelCheckup(TimeSpan StartUp, TimeSpan FirstCell, TimeSpan FirstCellLater, TimeSpan RoundTrip, TimeSpan Interrupt, TimeSpan Shutdown);
