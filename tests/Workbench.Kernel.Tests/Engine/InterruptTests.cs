using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Tests.Engine;

public class InterruptTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    // Each prints a line when it runs, and would run for ever or for minutes.
    [Theory]
    [InlineData("while", "while (true) { n++; }")]
    [InlineData("while without braces", "while (true) n++;")]
    [InlineData("for", "for (;;) { n++; }")]
    [InlineData("do", "do n++; while (true);")]
    [InlineData("foreach over an endless sequence", "IEnumerable<int> All() { int i = 0; while (true) yield return i++; }\nforeach (var i in All()) n = i;")]
    [InlineData("goto", "again: n++; goto again;")]
    [InlineData("LINQ over an endless sequence", "IEnumerable<int> All() { int i = 0; while (true) yield return i++; }\nn = All().Count(x => x < 0);")]
    [InlineData("loop in a method", "void Spin() { for (;;) n++; }\nSpin();")]
    [InlineData("loop in a lambda", "Action spin = () => { while (true) n++; };\nspin();")]
    [InlineData("catch of everything in a loop", "while (true) { try { n++; throw new Exception(); } catch { } }")]
    [InlineData("Thread.Sleep", "Thread.Sleep(600_000);")]
    [InlineData("await Task.Delay", "await Task.Delay(600_000);")]
    [InlineData("await of what never comes", "await new TaskCompletionSource().Task;")]
    [InlineData("await in a loop", "while (true) { await Task.Delay(1); n++; }")]
    [InlineData("Task.Wait", "new TaskCompletionSource().Task.Wait();")]
    [InlineData("a lock held by another thread", "var gate = new object(); var held = new ManualResetEventSlim(); var holder = new Thread(() => { lock (gate) { held.Set(); Thread.Sleep(600_000); } }) { IsBackground = true }; holder.Start(); held.Wait();\nlock (gate) n++;")]
    [InlineData("a wait for a process", "using (var p = System.Diagnostics.Process.Start(\"sleep\", \"600\")) try { p.WaitForExit(); } finally { p.Kill(); }")]
    [InlineData("Parallel.For", "Parallel.For(0, 4, _ => { while (true) Interlocked.Increment(ref n); });")]
    [InlineData("a library call with the token", "var token = KernelInvocationContext.Current.CancellationToken;\nTask.Run(async () => { while (true) { token.ThrowIfCancellationRequested(); await Task.Delay(1); } }).GetAwaiter().GetResult();")]
    public void One_interrupt_stops_the_cell_and_its_variables_stay(string kind, string code)
    {
        using TestSession session = new();
        session.Evaluate("int n = 0;");
        CellResult result = Interrupted(session, $"int set = 7;\nConsole.WriteLine(\"on\");\nConsole.Out.Flush();\n{code}", times: 1);
        Assert.True(result.Interrupted, $"{kind}: {result.Error?.Name}: {result.Error?.Value}");
        Assert.Equal("7", session.Evaluate("set"));
        Assert.Equal("3", session.Evaluate("Thread.Sleep(1); await Task.Delay(1); int k = 0; for (int i = 0; i < 3; i++) k++;\nk"));
    }

    [Fact]
    public void A_second_interrupt_ends_code_that_listens_to_nothing_and_the_session_goes_on()
    {
        using TestSession session = new();
        AppContext.SetData("spin", new Action(Spin)); // Compiled outside of a cell, it has no checks.
        session.Evaluate("var spin = (Action)AppContext.GetData(\"spin\");");
        for (int i = 0; i < 2; i++)
        {
            CellResult result = Interrupted(session, "int before = 4; Console.WriteLine(\"on\"); Console.Out.Flush(); spin();", times: 2);
            Assert.True(result.Interrupted, $"{result.Error?.Name}: {result.Error?.Value}");
            Assert.Equal("4", session.Evaluate("before"));
        }
    }

    [Fact]
    public void After_two_seconds_a_hint_says_that_the_cell_does_not_listen()
    {
        using TestSession session = new();
        AppContext.SetData("spin", new Action(Spin));
        session.Evaluate("var spin = (Action)AppContext.GetData(\"spin\");");
        Interrupted(session, "Console.WriteLine(\"on\"); Console.Out.Flush(); spin();", times: 2, pause: TimeSpan.FromSeconds(4));
        Assert.Contains(session.Of("stream"), o => ((string?)o["text"])!.Contains("Interrupt once more", StringComparison.Ordinal));
    }

    [Fact]
    public void An_interrupt_without_a_running_cell_does_nothing()
    {
        using TestSession session = new();
        Assert.False(session.Session.Interrupt());
        Assert.Equal("2", session.Evaluate("1 + 1"));
        Assert.False(session.Session.Interrupt());
        Assert.Equal("0", session.Evaluate("int k = 3; while (k > 0) k--;\nk"));
    }

    [Fact]
    public void A_cell_that_ends_by_itself_on_the_token_may_finish_its_work()
    {
        using TestSession session = new();
        CellResult result = Interrupted(
            session,
            "bool saved = false;\nvar token = KernelInvocationContext.Current.CancellationToken;\nConsole.WriteLine(\"on\"); Console.Out.Flush();\n"
            + "async Task Work() { try { await Task.Delay(-1, token); } finally { await Task.Delay(300); saved = true; } }\nawait Work();",
            times: 1);
        Assert.True(result.Interrupted);
        Assert.Equal("True", session.Evaluate("saved"));
    }

    private static void Spin()
    {
        for (ulong i = 1; i != 0; i += 2)
        {
        }
    }

    /// <summary>Runs a cell on a thread, interrupts it after it has printed.</summary>
    private static CellResult Interrupted(TestSession session, string code, int times, TimeSpan? pause = null)
    {
        using ManualResetEventSlim on = new();
        Task<CellResult> running = Task.Factory.StartNew(() => session.Run(code, o => on.Set()), TaskCreationOptions.LongRunning);
        Assert.True(on.Wait(s_patience), "The cell did not start.");
        Thread.Sleep(50); // Into the wait or the loop behind the line.
        for (int i = 0; i < times; i++)
        {
            Assert.True(session.Session.Interrupt());
            if (i + 1 < times)
                Thread.Sleep(pause ?? TimeSpan.FromMilliseconds(600));
        }
        Assert.True(running.Wait(s_patience), "The cell did not stop.");
        return running.Result;
    }
}
