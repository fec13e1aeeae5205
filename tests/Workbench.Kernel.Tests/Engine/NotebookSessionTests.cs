using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Tests.Engine;

public class NotebookSessionTests
{
    [Fact]
    public void The_last_expression_is_shown_and_a_statement_is_not()
    {
        using TestSession session = new();
        Assert.Equal("3", session.Evaluate("1 + 2"));
        Assert.Null(session.Evaluate("Math.Abs(1);"));
        Assert.Null(session.Evaluate("var x = 5;"));
        Assert.Null(session.Evaluate("Console.WriteLine(x)"));
        Assert.Equal("5\n", session.Printed);
        Assert.Equal("<null>", session.Evaluate("(string)null"));
        Assert.Equal("7", session.Evaluate("return 7;"));
    }

    [Theory]
    [InlineData("using System.Numerics;")]
    [InlineData("using System.Numerics;\n// and a remark\n")]
    [InlineData("\n#region r\nusing System.Numerics;\n#endregion")]
    public void A_cell_of_usings_alone_counts_for_those_behind_it(string code)
    {
        using TestSession session = new();
        session.Evaluate("int before = 2;");
        Assert.Null(session.Evaluate(code));
        session.Evaluate("// nothing");
        Assert.Equal("2", session.Evaluate("new Complex(before, 0).Real"));
    }

    [Fact]
    public void A_cell_that_throws_keeps_what_it_had_set()
    {
        using TestSession session = new();
        CellResult result = session.Run("int before = 1;\nthrow new InvalidOperationException(\"no\");\nint after = 2;");
        Assert.Equal(("InvalidOperationException", "no"), (result.Error!.Name, result.Error.Value));
        Assert.Equal("1 0", session.Evaluate("$\"{before} {after}\""));
    }

    [Fact]
    public void A_cell_that_does_not_compile_changes_nothing()
    {
        using TestSession session = new();
        session.Evaluate("int a = 1;");
        CellResult result = session.Run("a = 2;\nint b = undefined;");
        Assert.Equal("CompilationError", result.Error!.Name);
        Assert.StartsWith("CS0103", result.Error.Value, StringComparison.Ordinal);
        Assert.Contains("Cell In[2], line 2", result.Error.Traceback);
        Assert.Equal("1", session.Evaluate("a"));
    }

    [Fact]
    public void A_traceback_names_the_cell_and_the_line_of_every_frame()
    {
        using TestSession session = new();
        session.Evaluate("int Half(int x)\n{\n    if (x < 0)\n        throw new ArgumentException(\"negative\");\n    return x / 2;\n}");
        CellResult result = session.Run("#!time\nint y = 3;\nfor (int i = 0; i < 3; i++) y = Half(1 - i);\nforeach (var i in new[] { 1 }) { y = Half(-i); }");
        string traceback = string.Join('\n', result.Error!.Traceback);
        int outer = traceback.IndexOf("Cell In[2], line 3\n", StringComparison.Ordinal), inner = traceback.IndexOf("Cell In[1], line 4\n", StringComparison.Ordinal);
        Assert.True(outer > 0 && inner > outer, traceback);
        Assert.Contains("----> 3 for (int i = 0; i < 3; i++) y = Half(1 - i);", traceback, StringComparison.Ordinal);
        Assert.Contains("----> 4         throw new ArgumentException", traceback, StringComparison.Ordinal);
    }

    [Fact]
    public void The_column_of_an_error_ignores_the_checks_put_into_loops()
    {
        using TestSession session = new();
        string[] lines = [.. session.Run("while (true) nope();").Error!.Traceback];
        Assert.Equal($"    while (true) nope();\n    {new string(' ', 13)}^", lines[1]);
    }

    [Fact]
    public void A_cell_can_redeclare_use_await_and_define_types()
    {
        using TestSession session = new();
        session.Evaluate("var x = 1; record Pair(int A, string B); enum Colour { Red }");
        session.Evaluate("var x = \"text\"; await Task.Delay(1); await Task.Yield();");
        Assert.Equal("text Pair { A = 1, B = b } Red", session.Evaluate("$\"{x} {new Pair(1, \"b\")} {Colour.Red}\""));
        Assert.Equal("4", session.Evaluate("static int Twice(this int v) => 2 * v;\n2.Twice()"));
    }

    [Fact]
    public void What_follows_an_await_is_on_the_thread_of_the_cell()
    {
        using TestSession session = new();
        Assert.Equal("True", session.Evaluate("int before = Environment.CurrentManagedThreadId; await Task.Delay(5); before == Environment.CurrentManagedThreadId"));
        Assert.Equal("True", session.Evaluate("before == Environment.CurrentManagedThreadId"));
    }

    [Fact]
    public void The_library_is_there_without_a_path()
    {
        using TestSession session = new();
        Assert.Equal("Box", session.Evaluate("using Workbench.Data;\nusing Workbench.Transport;\nusing TorchSharp;\nnameof(Box)"));
        Assert.Equal("8", session.Evaluate("new SinkhornOptions().GetType().Assembly.GetName().Name!.Length - 1"));
    }

    [Fact]
    public void A_thread_that_throws_does_not_end_the_process_but_is_told()
    {
        ThreadErrors.Show();
        using TestSession session = new();
        session.Evaluate("var t = new Thread(() => throw new InvalidOperationException(\"on a thread\")); t.Start(); t.Join(); await Task.Delay(200);");
        Assert.Contains(session.Of("stream"), o => ((string?)o["text"])!.Contains("on a thread", StringComparison.Ordinal));
    }

    [Fact]
    public void Work_that_a_cell_leaves_behind_goes_on()
    {
        using TestSession session = new();
        session.Evaluate("int done = 0; async Task Later() { await Task.Delay(20); done = 1; } _ = Later();");
        Assert.Equal("1", session.Evaluate("for (int i = 0; i < 500 && done == 0; i++) await Task.Delay(10);\ndone"));
    }

    [Fact]
    public void A_thousand_cells_do_not_grow()
    {
        using TestSession session = new();
        session.Evaluate("int total = 0;");
        for (int i = 0; i < 200; i++)
            session.Evaluate($"total += {i};");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 200; i < 1000; i++)
            session.Evaluate($"total += {i};");
        long grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal("499500", session.Evaluate("total"));
        Assert.True(grown < 800 * 100_000, $"800 cells grew by {grown / 1024} KiB");
    }
}
