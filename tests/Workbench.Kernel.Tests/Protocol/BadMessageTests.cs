using System.Text;
using System.Text.Json.Nodes;
using Workbench.Kernel.Protocol;

namespace Workbench.Kernel.Tests.Protocol;

public sealed class BadMessageTests : IAsyncLifetime
{
    private TestKernel _kernel = null!;

    public async Task InitializeAsync() => _kernel = await TestKernel.StartAsync();

    public async Task DisposeAsync() => await _kernel.DisposeAsync();

    [Fact]
    public async Task A_wrong_signature_runs_nothing()
    {
        MessageCodec stranger = new("another key");
        _kernel.Client.SendRaw(stranger.Encode(Execute(stranger, "AppContext.SetData(\"intruded\", \"yes\");")));
        Assert.Equal("<null>", await _kernel.EvaluateAsync("AppContext.GetData(\"intruded\")"));
        Assert.Contains(_kernel.Log, l => l.Contains("signature", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recorded_message_does_not_run_again()
    {
        MessageCodec codec = new(_kernel.Key);
        await _kernel.EvaluateAsync("int runs = 0;");
        IReadOnlyList<byte[]> frames = codec.Encode(Execute(codec, "runs++;"));
        _kernel.Client.SendRaw(frames);
        _kernel.Client.SendRaw(frames);
        Assert.Equal("1", await _kernel.EvaluateAsync("runs"));
    }

    [Theory]
    [InlineData("no frames but one empty")]
    [InlineData("no delimiter")]
    [InlineData("cut off behind the signature")]
    [InlineData("cut off in the middle")]
    [InlineData("no JSON")]
    [InlineData("JSON that is no object")]
    [InlineData("no type")]
    [InlineData("fields of other types")]
    [InlineData("a type that nobody knows")]
    [InlineData("deep JSON")]
    public async Task A_message_that_is_none_is_refused_and_the_next_is_served(string kind)
    {
        MessageCodec codec = new(_kernel.Key);
        IReadOnlyList<byte[]> good = codec.Encode(Execute(codec, "1"));
        JupyterMessage Odd(JsonObject header, JsonObject content) => new([], header, [], [], content);
        IReadOnlyList<byte[]> frames = kind switch
        {
            "no frames but one empty" => [[]],
            "no delimiter" => [.. good.Skip(1)],
            "cut off behind the signature" => [.. good.Take(2)],
            "cut off in the middle" => [.. good.Take(4)],
            "no JSON" => Signed(codec, "{", "{}", "{}", "{}"),
            "JSON that is no object" => Signed(codec, "[]", "1", "null", "\"x\""),
            "no type" => codec.Encode(Odd([], [])),
            "fields of other types" => codec.Encode(Odd(codec.NewHeader("execute_request"), new JsonObject { ["code"] = 3, ["silent"] = "maybe", ["user_expressions"] = 1 })),
            "a type that nobody knows" => codec.Encode(Odd(codec.NewHeader("make_coffee_request"), [])),
            _ => Signed(codec, "{}", "{}", "{}", new string('[', 100_000)),
        };
        _kernel.Client.SendRaw(frames);
        Assert.Equal("2", await _kernel.EvaluateAsync("1 + 1"));
    }

    [Fact]
    public void A_message_comes_back_as_it_went()
    {
        MessageCodec codec = new("k"), other = new("k");
        JupyterMessage message = Execute(codec, "é😀\u0001");
        JupyterMessage back = other.Decode([[1, 2], .. codec.Encode(message)]);
        Assert.Equal("é😀\u0001", back.Content.Text("code"));
        Assert.Equal([1, 2], back.Identities[0]);
        Assert.Equal(message.Header.Text("msg_id"), back.Header.Text("msg_id"));
    }

    private static JupyterMessage Execute(MessageCodec codec, string code) => new([], codec.NewHeader("execute_request"), [], [], KernelClient.ExecuteContent(code));

    /// <summary>Parts as they are, rightly signed.</summary>
    private IReadOnlyList<byte[]> Signed(MessageCodec codec, params string[] parts)
    {
        byte[][] bytes = [.. parts.Select(Encoding.UTF8.GetBytes)];
        using var hmac = System.Security.Cryptography.IncrementalHash.CreateHMAC(System.Security.Cryptography.HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(_kernel.Key));
        foreach (byte[] part in bytes)
            hmac.AppendData(part);
        byte[] delimiter = codec.Encode(Execute(codec, "")).First(f => f.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        return [delimiter, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hmac.GetHashAndReset())), .. bytes];
    }
}
