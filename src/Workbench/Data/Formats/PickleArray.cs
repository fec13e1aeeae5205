namespace Workbench.Data.Formats;

/// <summary>A NumPy array of numbers out of a pickle, in row-major order.</summary>
/// <param name="Shape">Its size along each axis; empty for a single number.</param>
/// <param name="Values">All values, as double.</param>
internal sealed record PickleArray(IReadOnlyList<int> Shape, IReadOnlyList<double> Values);
