using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of parameters, named "0", "1", …</summary>
public class ParameterList : nn.Module, IList<Parameter>
{
    private readonly List<Parameter> _list = [];

    /// <summary>A list of these parameters.</summary>
    public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList)) => extend(parameters);

    /// <summary>Number of parameters.</summary>
    public int Count => _list.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The parameter at a position.</summary>
    public Parameter this[int index]
    {
        get => _list[index];
        set => Change(list => list[index] = value);
    }

    /// <summary>Appends a parameter.</summary>
    public void Add(Parameter item) => Change(list => list.Add(item));

    /// <summary>Appends parameters.</summary>
    public void append(params Parameter[] parameters) => extend(parameters);

    /// <summary>Appends parameters.</summary>
    public void extend(IEnumerable<Parameter> parameters) => Change(list => list.AddRange(parameters));

    /// <summary>Inserts a parameter; those behind it get new names.</summary>
    public void Insert(int index, Parameter item) => Change(list => list.Insert(index, item));

    /// <summary>Removes a parameter; those behind it get new names.</summary>
    public bool Remove(Parameter item)
    {
        var index = IndexOf(item);
        if (index >= 0)
            RemoveAt(index);
        return index >= 0;
    }

    /// <summary>Removes the parameter at a position; those behind it get new names.</summary>
    public void RemoveAt(int index) => Change(list => list.RemoveAt(index));

    /// <summary>Removes all parameters without freeing them.</summary>
    public void Clear() => Change(list => list.Clear());

    /// <summary>Whether the parameter is in the list.</summary>
    public bool Contains(Parameter item) => IndexOf(item) >= 0;

    /// <summary>The position of a parameter, -1 when it is not there.</summary>
    public int IndexOf(Parameter item) => _list.FindIndex(held => ReferenceEquals(held, item));

    /// <summary>Copies the parameters.</summary>
    public void CopyTo(Parameter[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    /// <summary>The parameters in order.</summary>
    public IEnumerator<Parameter> GetEnumerator() => _list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override void RegisterComponents() => Change(_ => { });

    private void Change(Action<List<Parameter>> change)
    {
        change(_list);
        _internal_params.Clear();
        for (var k = 0; k < _list.Count; k++)
            register_parameter($"{k}", _list[k]);
    }
}
