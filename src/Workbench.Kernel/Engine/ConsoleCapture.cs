using System.Text;

namespace Workbench.Kernel.Engine;

/// <summary>
/// Standard output and error of the process, as text of the running cell. Collected for 40 ms, so that a loop of short
/// writes becomes few messages and a slow one still streams. Text of native code is not seen.
/// </summary>
internal sealed class ConsoleCapture : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(40);
    private const int MostCharacters = 1 << 16;
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly Timer _timer;
    private readonly TextWriter _out, _error;
    private readonly TextReader _in;
    private string _name = "stdout";
    private bool _due;

    /// <summary>Takes over <see cref="Console"/>.</summary>
    public ConsoleCapture()
    {
        _timer = new Timer(_ => Flush());
        (_out, _error, _in) = (Console.Out, Console.Error, Console.In);
        Console.SetOut(TextWriter.Synchronized(new Writer(this, "stdout")));
        Console.SetError(TextWriter.Synchronized(new Writer(this, "stderr")));
        Console.SetIn(new ConsoleInput());
    }

    /// <summary>Sends what is collected.</summary>
    public void Flush()
    {
        lock (_lock)
            Send();
    }

    /// <summary>Gives <see cref="Console"/> back.</summary>
    public void Dispose()
    {
        Flush();
        Console.SetOut(_out);
        Console.SetError(_error);
        Console.SetIn(_in);
        _timer.Dispose();
    }

    private void Write(string name, ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            if (_text.Length > 0 && _name != name)
                Send();
            _name = name;
            _text.Append(text);
            if (_text.Length >= MostCharacters)
            {
                Send();
            }
            else if (!_due)
            {
                _due = true;
                _timer.Change(s_pause, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Send()
    {
        _due = false;
        if (_text.Length == 0)
            return;
        string text = _text.ToString();
        _text.Clear();
        CellContext.Current?.Output.Stream(_name, text);
    }

    private sealed class Writer(ConsoleCapture capture, string name) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override string NewLine => "\n";

        public override void Write(char value) => capture.Write(name, [value]);

        public override void Write(char[] buffer, int index, int count) => capture.Write(name, buffer.AsSpan(index, count));

        public override void Write(ReadOnlySpan<char> buffer) => capture.Write(name, buffer);

        public override void Write(string? value) => capture.Write(name, value);

        public override void WriteLine(string? value) => capture.Write(name, value + "\n");

        public override void Flush() => capture.Flush();
    }
}
