using System.Text;

namespace Workbench.Data.Formats;

/// <summary>Reads the records of a CSV file (RFC 4180: comma, double quotes, doubled quotes inside; CRLF or LF), keeping count of lines.</summary>
internal sealed class CsvParser(string path, TextReader reader)
{
    private int _nextLine = 1;

    /// <summary>The line on which the last record began.</summary>
    public int Line { get; private set; }

    /// <summary>The cells of the next record that is not an empty line; null at the end.</summary>
    /// <exception cref="DataFormatException">A quote that is not closed, or stands inside a cell without quotes.</exception>
    public List<string>? Next()
    {
        while (reader.Peek() is var next && next >= 0)
        {
            if (next is '\r' or '\n')
            {
                EndLine();
                continue;
            }
            Line = _nextLine;
            var cells = new List<string>();
            do
                cells.Add(reader.Peek() == '"' ? Quoted() : Plain());
            while (Comma());
            return cells;
        }
        return null;
    }

    private bool Comma()
    {
        switch (reader.Peek())
        {
            case ',':
                reader.Read();
                return true;
            case -1:
                return false;
            case '\r' or '\n':
                EndLine();
                return false;
            default:
                throw Error("a comma or the end of the line was expected after a closing quote");
        }
    }

    private string Plain()
    {
        var text = new StringBuilder();
        while (reader.Peek() is var next && next >= 0 && next is not (',' or '\r' or '\n'))
            text.Append(next == '"' ? throw Error("a cell with a quote inside must itself be quoted") : (char)reader.Read());
        return text.ToString();
    }

    private string Quoted()
    {
        var text = new StringBuilder();
        reader.Read();
        while (true)
        {
            var next = reader.Read();
            if (next < 0)
                throw Error("a closing quote was expected; the file ends");
            if (next == '"' && reader.Peek() != '"')
                return text.ToString();
            if (next == '"')
                reader.Read();
            if (next == '\n')
                _nextLine++;
            text.Append((char)next);
        }
    }

    private void EndLine()
    {
        if (reader.Read() == '\r' && reader.Peek() == '\n')
            reader.Read();
        _nextLine++;
    }

    private DataFormatException Error(string expectation) => new(path, $"line {Line}", expectation);
}
