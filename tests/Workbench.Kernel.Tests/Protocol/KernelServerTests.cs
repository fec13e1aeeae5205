using System.Text.Json.Nodes;
using Workbench.Kernel.Protocol;

namespace Workbench.Kernel.Tests.Protocol;

public sealed class KernelServerTests : IAsyncLifetime
{
    private TestKernel _kernel = null!;

    public async Task InitializeAsync() => _kernel = await TestKernel.StartAsync();

    public async Task DisposeAsync() => await _kernel.DisposeAsync();

    [Fact]
    public async Task A_cell_is_published_between_busy_and_idle_in_order()
    {
        (JupyterMessage reply, IReadOnlyList<JupyterMessage> published) = await _kernel.ExecuteAsync("Console.Write(\"a\"); Console.Error.Write(\"b\"); display(\"c\");\n1 + 1");
        Assert.Equal(("ok", 1), (reply.Content.Text("status"), reply.Content.Number("execution_count", 0)));
        Assert.Equal(["status", "execute_input", "stream", "stream", "display_data", "execute_result", "status"], published.Select(m => m.Type));
        Assert.Equal(["stdout", "stderr"], published.Where(m => m.Type == "stream").Select(m => m.Content.Text("name")));
        Assert.Equal("2", (string?)published[5].Content["data"]!["text/plain"]);
        Assert.All(published, m => Assert.Equal("5.3", m.Header.Text("version")));
    }

    [Fact]
    public async Task The_kernel_says_what_it_is()
    {
        JsonObject info = await _kernel.RequestAsync("kernel_info_request");
        Assert.Equal("5.3", info.Text("protocol_version"));
        Assert.Equal("C#", (string?)info["language_info"]!["name"]);
        Assert.Equal(info.ToJsonString(), (await _kernel.RequestAsync("kernel_info_request", onControl: true)).ToJsonString());
        Assert.True(await _kernel.Client.BeatAsync(_kernel.Limit));
    }

    [Fact]
    public async Task Text_streams_while_the_cell_runs()
    {
        (string id, Task<JupyterMessage> reply) = _kernel.Client.Send("execute_request", KernelClient.ExecuteContent("Console.WriteLine(\"first\"); await Task.Delay(-1, KernelInvocationContext.Current.CancellationToken);"));
        while (!_kernel.Client.PublishedSoFar(id).Any(m => m.Type == "stream"))
            await Task.Delay(10, _kernel.Limit);
        Assert.False(reply.IsCompleted);
        await _kernel.RequestAsync("interrupt_request", onControl: true);
        Assert.Equal("KeyboardInterrupt", (await reply).Content.Text("ename"));
    }

    [Fact]
    public async Task A_display_is_updated_in_place()
    {
        IReadOnlyList<JupyterMessage> published = (await _kernel.ExecuteAsync("var d = display(1); d.Update(2); d.Update(\"three\");")).Published;
        JupyterMessage[] shown = [.. published.Where(m => m.Type.EndsWith("display_data", StringComparison.Ordinal))];
        Assert.Equal(["display_data", "update_display_data", "update_display_data"], shown.Select(m => m.Type));
        Assert.Single(shown.Select(m => (string?)m.Content["transient"]!["display_id"]).Distinct());
        Assert.Equal(["1", "2", "three"], shown.Select(m => (string?)m.Content["data"]!["text/plain"]));
    }

    [Fact]
    public async Task An_error_aborts_what_waits_and_not_what_comes_later()
    {
        (_, Task<JupyterMessage> bad) = _kernel.Client.Send("execute_request", KernelClient.ExecuteContent("await Task.Delay(500); throw new Exception(\"no\");"));
        (_, Task<JupyterMessage> waiting) = _kernel.Client.Send("execute_request", KernelClient.ExecuteContent("1"));
        (_, Task<JupyterMessage> question) = _kernel.Client.Send("is_complete_request", new JsonObject { ["code"] = "1" });
        Assert.Equal("error", (await bad).Content.Text("status"));
        Assert.Equal("aborted", (await waiting).Content.Text("status"));
        Assert.Equal("complete", (await question).Content.Text("status"));
        Assert.Equal("2", await _kernel.EvaluateAsync("2"));
        JsonObject lenient = KernelClient.ExecuteContent("await Task.Delay(200); throw new Exception(\"no\");");
        lenient["stop_on_error"] = false;
        (_, bad) = _kernel.Client.Send("execute_request", lenient);
        (_, waiting) = _kernel.Client.Send("execute_request", KernelClient.ExecuteContent("1"));
        Assert.Equal(("error", "ok"), ((await bad).Content.Text("status"), (await waiting).Content.Text("status")));
    }

    [Fact]
    public async Task The_user_is_asked_and_an_interrupt_ends_the_waiting()
    {
        _kernel.Client.Typed = question => $"{question.Text("prompt")}{question.Flag("password", false)}";
        Assert.Equal("name?False", await _kernel.EvaluateAsync("await Kernel.GetInputAsync(\"name?\")"));
        Assert.Equal("secret?True", await _kernel.EvaluateAsync("(await Kernel.GetPasswordAsync(\"secret?\")).GetClearTextPassword()"));
        Assert.Equal("False", await _kernel.EvaluateAsync("Console.ReadLine()"));
        JsonObject content = KernelClient.ExecuteContent("await Kernel.GetInputAsync()");
        content["allow_stdin"] = false;
        Assert.Equal("NotSupportedException", (await _kernel.RequestAsync("execute_request", content)).Text("ename"));
    }

    [Fact]
    public async Task Completion_and_inspection_count_code_points()
    {
        await _kernel.EvaluateAsync("int number = 1;");
        JsonObject found = await _kernel.RequestAsync("complete_request", new JsonObject { ["code"] = "var s = \"😀😀\"; numb", ["cursor_pos"] = 18 });
        Assert.Contains("number", found["matches"]!.AsArray().Select(m => (string?)m));
        Assert.Equal((14, 18), (found.Number("cursor_start", -1), found.Number("cursor_end", -1)));
        JsonObject described = await _kernel.RequestAsync("inspect_request", new JsonObject { ["code"] = "/*😀*/ number", ["cursor_pos"] = 8 });
        Assert.True(described.Flag("found", false));
        Assert.Contains("int number", (string?)described["data"]!["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_has_the_cells_that_were_counted()
    {
        await _kernel.EvaluateAsync("1");
        JsonObject silent = KernelClient.ExecuteContent("2");
        silent["silent"] = true;
        await _kernel.RequestAsync("execute_request", silent);
        await _kernel.EvaluateAsync("3 + 3");
        JsonObject tail = await _kernel.RequestAsync("history_request", new JsonObject { ["hist_access_type"] = "tail", ["n"] = 10 });
        Assert.Equal("[[1,1,\"1\"],[1,2,\"3 + 3\"]]", tail["history"]!.ToJsonString().Replace("\\u002B", "+", StringComparison.Ordinal));
        JsonObject search = await _kernel.RequestAsync("history_request", new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "3*", ["n"] = 5 });
        Assert.Single(search["history"]!.AsArray());
    }

    [Fact]
    public async Task Comms_are_refused_so_that_nobody_waits()
    {
        Assert.Equal("{}", (await _kernel.RequestAsync("comm_info_request"))["comms"]!.ToJsonString());
        (string id, _) = _kernel.Client.Send("comm_open", new JsonObject { ["comm_id"] = "x", ["target_name"] = "jupyter.widget" });
        IReadOnlyList<JupyterMessage> published = await _kernel.Client.PublishedAsync(id, _kernel.Limit);
        Assert.Equal("x", published.Single(m => m.Type == "comm_close").Content.Text("comm_id"));
    }

    [Fact]
    public async Task Expressions_of_the_client_are_evaluated_beside_the_cell()
    {
        JsonObject content = KernelClient.ExecuteContent("int v = 5;");
        content["user_expressions"] = new JsonObject { ["good"] = "v * 2", ["bad"] = "nothing" };
        JsonObject results = (JsonObject)(await _kernel.RequestAsync("execute_request", content))["user_expressions"]!;
        Assert.Equal("10", (string?)results["good"]!["data"]!["text/plain"]);
        Assert.Equal("error", (string?)results["bad"]!["status"]);
    }

    [Fact]
    public async Task Shutdown_is_answered_on_both_channels_and_ends_the_kernel()
    {
        (string id, Task<JupyterMessage> reply) = _kernel.Client.Send("shutdown_request", new JsonObject { ["restart"] = true }, onControl: true);
        Assert.True((await reply).Content.Flag("restart", false));
        Assert.Contains(await _kernel.Client.PublishedAsync(id, _kernel.Limit), m => m.Type == "shutdown_reply");
        await _kernel.Ended.WaitAsync(_kernel.Limit);
    }

    [Fact]
    public async Task Much_output_arrives_whole()
    {
        IReadOnlyList<JupyterMessage> published = (await _kernel.ExecuteAsync(
            "for (int i = 0; i < 20000; i++) Console.WriteLine($\"line {i}\"); var d = display(0); for (int i = 0; i < 1000; i++) d.Update(i);\nnew string('x', 5_000_000)")).Published;
        string text = string.Concat(published.Where(m => m.Type == "stream").Select(m => m.Content.Text("text")));
        Assert.Equal(20000, text.Count(c => c == '\n'));
        Assert.Equal(1000, published.Count(m => m.Type == "update_display_data"));
        Assert.Equal(5_000_000, ((string)published.Single(m => m.Type == "execute_result").Content["data"]!["text/plain"]!).Length);
    }
}
