namespace TorchSharp.Modules;

/// <summary>Marks modules that have nothing to train, save or move.</summary>
public interface IParameterLessModule
{
}
