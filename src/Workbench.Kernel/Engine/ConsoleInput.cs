namespace Workbench.Kernel.Engine;

/// <summary><see cref="Console.ReadLine"/> in a cell asks the client.</summary>
internal sealed class ConsoleInput : TextReader
{
    private string _line = "";
    private int _at;

    public override string? ReadLine()
    {
        CellContext context = CellContext.Require();
        context.Session.Console.Flush();
        return context.Output.AskAsync("", password: false, context.Token).GetAwaiter().GetResult();
    }

    public override int Peek()
    {
        Fill();
        return _line[_at];
    }

    public override int Read()
    {
        Fill();
        return _line[_at++];
    }

    private void Fill()
    {
        if (_at < _line.Length)
            return;
        _line = ReadLine() + "\n";
        _at = 0;
    }
}
