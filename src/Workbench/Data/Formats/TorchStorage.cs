namespace Workbench.Data.Formats;

/// <summary>The memory behind one or more tensors of a PyTorch checkpoint.</summary>
/// <param name="Key">Its name in the file.</param>
/// <param name="Type">Its element type.</param>
/// <param name="Count">Its elements, as the checkpoint claims.</param>
internal sealed record TorchStorage(string Key, ElementType Type, long Count);
