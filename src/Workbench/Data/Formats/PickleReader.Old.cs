using System.Globalization;
using System.Text;

namespace Workbench.Data.Formats;

/// <summary>What pickles of Python 2 have beside the opcodes of protocol 2: text opcodes (protocol 0), a few of protocol 1, and byte strings.</summary>
public sealed partial class PickleReader
{
    private bool Old => _types?.Old == true;

    /// <summary>A string of Python 2: bytes, which are UTF-8 or, where old files are let in, Latin-1.</summary>
    private string OldText(int length) => Old ? Encoding.Latin1.GetString(Take(length)) : Text(length);

    /// <summary>Runs an opcode that only old files need; false where it is none of them.</summary>
    private bool RunOld(char opcode)
    {
        switch (opcode)
        {
            case 'I':
                var word = Line();
                _stack.Push(word is "00" or "01" ? word == "01" : Whole(word));
                return true;
            case 'L': _stack.Push(Whole(Line().TrimEnd('L'))); return true;
            case 'F':
                var number = Line();
                _stack.Push(double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw Error($"a number was expected, '{number}' is there"));
                return true;
            case 'S': _stack.Push(Quoted(OldLine())); return true;
            case 'V': _stack.Push(Unescaped(OldLine(), 'u')); return true;
            case 'B': _stack.Push(OldText(Length((uint)Int32()))); return true;
            case 'C': _stack.Push(OldText(Take(1)[0])); return true;
            case 'd':
                var pairs = PopToMark();
                _stack.Push(new PickleDictionary(new List<KeyValuePair<object, object?>>()));
                SetItems(pairs);
                return true;
            case 'p': _memo[(int)Whole(Line())] = Peek(); return true;
            case 'g': Recall((int)Whole(Line())); return true;
            case '0': Pop(); return true;
            case '2': _stack.Push(Peek()); return true;
            default: return false;
        }
    }

    private string OldLine()
    {
        var end = Array.IndexOf(_bytes, (byte)'\n', _at);
        var text = OldText(end < 0 ? throw Error("the end of a line was expected; the file ends") : end - _at);
        _at++;
        return text;
    }

    private long Whole(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw Error($"a whole number was expected, '{text}' is there");

    /// <summary>The inside of a Python string in quotes.</summary>
    private string Quoted(string text) =>
        text.Length >= 2 && text[0] is '\'' or '"' && text[^1] == text[0] ? Unescaped(text[1..^1], 'x') : throw Error("a string in quotes was expected");

    /// <param name="hex">The letter of the escapes that are let in beside single letters: x with 2 digits, u with 4.</param>
    private string Unescaped(string text, char hex)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }
            var letter = text[++i];
            var digits = hex == 'x' ? 2 : 4;
            if (letter == hex && i + digits < text.Length && int.TryParse(text.AsSpan(i + 1, digits), NumberStyles.AllowHexSpecifier, null, out var code))
            {
                plain.Append((char)code);
                i += digits;
                continue;
            }
            plain.Append((hex, letter) switch
            {
                ('x', 'n') => "\n",
                ('x', 'r') => "\r",
                ('x', 't') => "\t",
                ('x', '\\' or '\'' or '"') => letter.ToString(),
                _ when hex == 'u' => "\\" + letter,
                _ => throw Error($"escape \\{letter} is not one of those that Python writes"),
            });
        }
        return plain.ToString();
    }
}
