namespace Workbench.Torch;

/// <summary>The time that one operator took.</summary>
/// <param name="Name">As libtorch calls it: aten::bmm, workbench::attention, a step of the backward pass by its class.</param>
/// <param name="Calls">How often it was called.</param>
/// <param name="SelfMilliseconds">Without the operators that it called.</param>
/// <param name="TotalMilliseconds">With them.</param>
public sealed record OperatorTime(string Name, long Calls, double SelfMilliseconds, double TotalMilliseconds);
