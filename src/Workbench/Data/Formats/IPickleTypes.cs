namespace Workbench.Data.Formats;

/// <summary>
/// What a <see cref="PickleReader"/> lets in beside plain values. An implementation answers with inert data of ours; nothing that a file
/// names is ever looked up in the running program.
/// </summary>
internal interface IPickleTypes
{
    /// <summary>The names that are let in, for messages.</summary>
    IEnumerable<string> Known { get; }

    /// <summary>
    /// True also reads what Python 2 wrote: the text opcodes of protocols 0 and 1, and byte strings, as Latin-1 text
    /// (pickle.load's <c>encoding='latin1'</c>).
    /// </summary>
    bool Old => false;

    /// <summary>What stands for a class or function; null refuses it.</summary>
    object? Global(string module, string name);

    /// <summary>What a call gives; null refuses it.</summary>
    /// <param name="callable">One of those that <see cref="Global"/> gave.</param>
    /// <param name="arguments">The arguments.</param>
    object? Call(object callable, IReadOnlyList<object?> arguments);

    /// <summary>A new object without arguments; null refuses it.</summary>
    object? New(object type);

    /// <summary>Gives an object its state; false refuses it.</summary>
    bool SetState(object target, object? state);

    /// <summary>What a persistent identifier stands for; null refuses it.</summary>
    object? Persistent(object? id);
}
