using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>Writes the few kinds of values that the YouCook2-Interactions pickles hold, in Python's pickle protocol 3.</summary>
internal sealed class PickleBuilder
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public PickleBuilder() => _bytes.Write<byte>([0x80, 3]);

    /// <summary>A set is <c>set([…])</c>: the class, a list of the elements, a tuple of that list, a call.</summary>
    public void BeginSet()
    {
        _bytes.Write("cbuiltins\nset\n"u8);
        _bytes.Write("]("u8);
    }

    public void EndSet() => _bytes.Write<byte>([(byte)'e', 0x85, (byte)'R']);

    public void BeginDictionary() => _bytes.Write("}("u8);

    public void EndDictionary() => _bytes.Write("u"u8);

    public void String(string value)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(value);
        Span<byte> head = stackalloc byte[5];
        head[0] = (byte)'X';
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], utf8.Length);
        _bytes.Write(head);
        _bytes.Write(utf8);
    }

    public void Integer(int value)
    {
        if (value is >= 0 and < 256)
        {
            _bytes.Write<byte>([(byte)'K', (byte)value]);
            return;
        }
        Span<byte> code = stackalloc byte[5];
        code[0] = (byte)'J';
        BinaryPrimitives.WriteInt32LittleEndian(code[1..], value);
        _bytes.Write(code);
    }

    public void Float(double value)
    {
        Span<byte> code = stackalloc byte[9];
        code[0] = (byte)'G';
        BinaryPrimitives.WriteDoubleBigEndian(code[1..], value);
        _bytes.Write(code);
    }

    /// <summary>(text, integer, integer).</summary>
    public void Triple(string text, int first, int second)
    {
        String(text);
        Integer(first);
        Integer(second);
        _bytes.Write<byte>([0x87]);
    }

    /// <summary>A tuple of four numbers.</summary>
    public void Quadruple(ReadOnlySpan<double> values)
    {
        _bytes.Write("("u8);
        foreach (double value in values)
            Float(value);
        _bytes.Write("t"u8);
    }

    /// <summary>The finished pickle.</summary>
    public byte[] ToArray()
    {
        _bytes.Write("."u8);
        return _bytes.WrittenSpan.ToArray();
    }
}
