using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Workbench.Kernel.Transport;

namespace Workbench.Kernel.Tests.Transport;

public sealed class HostilePeerTests : IAsyncLifetime, IDisposable
{
    private static readonly ZmtpLimits s_limits = new() { Frame = 1000, Frames = 4, Message = 2000, Connections = 8, Handshake = TimeSpan.FromMilliseconds(500) };
    private static readonly byte[] s_greeting = [0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0, .. "NULL"u8, .. new byte[16], 0, .. new byte[31]];
    private readonly BlockingCollection<byte[][]> _received = [];
    private readonly ConcurrentQueue<string> _log = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(60));
    private RouterSocket _router = null!;

    public static TheoryData<string, byte[]> Attacks => new()
    {
        { "nothing of ZMTP", "GET / HTTP/1.1\r\nHost: x\r\nAccept: */*\r\nUser-Agent: somebody with a long name\r\n\r\n"u8.ToArray() },
        { "a greeting of version 1", Changed(10, 1) },
        { "another mechanism", Changed(12, (byte)'C') },
        { "a message instead of READY", [.. s_greeting, 0, 1, 65] },
        { "another command than READY", [.. s_greeting, 4, 6, 5, .. "ERROR"u8] },
        { "a command shorter than its name", [.. s_greeting, 4, 2, 200, 65] },
        { "an empty command", [.. s_greeting, 4, 0] },
        { "READY with a property cut off", [.. s_greeting, 4, 10, 5, .. "READY"u8, 11, 65, 66, 67] },
        { "READY with a value of 4 GiB", [.. s_greeting, 4, 12, 5, .. "READY"u8, 1, 65, 255, 255, 255, 255] },
        { "the type of a socket that has no business here", [.. s_greeting, .. Ready("PUB")] },
        { "no type", [.. s_greeting, 4, 6, 5, .. "READY"u8] },
        { "a command of 1 GiB before READY", [.. s_greeting, 6, 0, 0, 0, 0, 64, 0, 0, 0] },
        { "a frame of 16 EiB", [.. s_greeting, .. Ready("DEALER"), 2, 255, 255, 255, 255, 255, 255, 255, 255] },
        { "a frame beyond the limit", [.. s_greeting, .. Ready("DEALER"), 2, 0, 0, 0, 0, 0, 0, 4, 0] },
        { "flags that do not exist", [.. s_greeting, .. Ready("DEALER"), 0xf8, 1, 65] },
        { "a command in several frames", [.. s_greeting, .. Ready("DEALER"), 5, 1, 65] },
        { "more frames than the limit", [.. s_greeting, .. Ready("DEALER"), .. Enumerable.Range(0, 9).SelectMany(_ => (byte[])[1, 1, 65])] },
        { "a message beyond the limit", [.. s_greeting, .. Ready("DEALER"), .. Enumerable.Range(0, 3).SelectMany(_ => (byte[])[3, 0, 0, 0, 0, 0, 0, 3, 0xe8, .. new byte[1000]])] },
    };

    public Task InitializeAsync()
    {
        _router = new RouterSocket(IPAddress.Loopback, 0, _received.Add, _log.Enqueue, s_limits);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _router.DisposeAsync();

    public void Dispose()
    {
        _limit.Dispose();
        _received.Dispose();
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task A_peer_that_misbehaves_is_cut_off_and_others_are_served(string kind, byte[] bytes)
    {
        using TcpClient attacker = await ConnectAsync();
        await attacker.GetStream().WriteAsync(bytes, _limit.Token);
        await AssertClosedAsync(attacker, kind);
        Assert.NotEmpty(_log);
        await AssertServesAsync();
    }

    [Fact]
    public async Task A_peer_that_says_nothing_loses_its_place_after_a_while()
    {
        using TcpClient silent = await ConnectAsync();
        await AssertClosedAsync(silent, "silent");
        await AssertServesAsync();
    }

    [Fact]
    public async Task A_peer_that_leaves_in_the_middle_of_a_frame_leaves_no_message()
    {
        using (TcpClient leaver = await ConnectAsync())
            await leaver.GetStream().WriteAsync((byte[])[.. s_greeting, .. Ready("DEALER"), 0, 10, 1, 2, 3], _limit.Token);
        await AssertServesAsync();
        Assert.Empty(_received);
    }

    [Fact]
    public async Task Random_bytes_do_no_harm()
    {
        Random random = new(5);
        for (int i = 0; i < 40; i++)
        {
            byte[] noise = new byte[random.Next(1, 400)];
            random.NextBytes(noise);
            using TcpClient attacker = await ConnectAsync();
            byte[] start = i % 3 == 0 ? [] : i % 3 == 1 ? s_greeting : [.. s_greeting, .. Ready("DEALER")];
            try
            {
                await attacker.GetStream().WriteAsync((byte[])[.. start, .. noise], _limit.Token);
            }
            catch (IOException)
            {
                // It was cut off while it wrote.
            }
        }
        _received.TryTake(out _);
        while (_received.TryTake(out _))
        {
        }
        await Task.Delay(s_limits.Handshake * 2, _limit.Token); // Those that wait for more have lost their place.
        await AssertServesAsync(drain: true);
    }

    [Fact]
    public async Task A_crowd_is_kept_out_and_does_not_stop_those_inside()
    {
        await using ZmtpClient inside = await ZmtpClient.ConnectAsync("DEALER", "127.0.0.1", _router.Port, [9], _limit.Token);
        List<TcpClient> crowd = [];
        for (int i = 0; i < 30; i++)
            crowd.Add(await ConnectAsync());
        inside.Send([7]);
        Assert.True(_received.TryTake(out byte[][]? message, TimeSpan.FromSeconds(30)));
        Assert.Equal([9], message[0]);
        crowd.ForEach(c => c.Dispose());
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.1")]
    [InlineData("::")]
    public void Only_loopback_is_listened_on(string address) =>
        Assert.Throws<ArgumentException>(() => new RouterSocket(IPAddress.Parse(address), 0, _ => { }, _ => { }));

    [Fact]
    public async Task A_message_of_every_size_comes_back()
    {
        await using RouterSocket router = new(IPAddress.Loopback, 0, _received.Add, _log.Enqueue);
        await using ZmtpClient client = await ZmtpClient.ConnectAsync("DEALER", "127.0.0.1", router.Port, [3, 1], _limit.Token);
        foreach (int size in (int[])[0, 1, 255, 256, 65536, 3_000_000])
        {
            byte[] bytes = new byte[size];
            new Random(size).NextBytes(bytes);
            client.Send([], bytes, [1]);
            Assert.True(_received.TryTake(out byte[][]? message, TimeSpan.FromSeconds(30)));
            Assert.Equal([[3, 1], [], bytes, [1]], message);
            router.Send(message);
            Assert.Equal([[], bytes, [1]], await client.ReceiveAsync(_limit.Token));
        }
    }

    [Fact]
    public async Task A_publisher_sends_only_what_was_subscribed()
    {
        await using PublisherSocket publisher = new(IPAddress.Loopback, 0, _log.Enqueue);
        Assert.False(publisher.WaitForSubscriber(TimeSpan.FromMilliseconds(20)));
        await using ZmtpClient client = await ZmtpClient.ConnectAsync("SUB", "127.0.0.1", publisher.Port, [], _limit.Token);
        Assert.True(publisher.WaitForSubscriber(TimeSpan.FromSeconds(30)));
        publisher.Send(["status"u8.ToArray(), [1]]);
        Assert.Equal("status", Encoding.ASCII.GetString((await client.ReceiveAsync(_limit.Token))[0]));
    }

    private static byte[] Ready(string type)
    {
        byte[] body = ZmtpCommand.Ready(type, []).ToBytes();
        return [4, (byte)body.Length, .. body];
    }

    private static byte[] Changed(int at, byte value)
    {
        byte[] greeting = [.. s_greeting];
        greeting[at] = value;
        return greeting;
    }

    private async Task<TcpClient> ConnectAsync()
    {
        TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, _router.Port, _limit.Token);
        return client;
    }

    /// <summary>The other side hangs up, after whatever it had to say.</summary>
    private async Task AssertClosedAsync(TcpClient client, string kind)
    {
        byte[] buffer = new byte[4096];
        try
        {
            while (await client.GetStream().ReadAsync(buffer, _limit.Token) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Reset: hung up as well.
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"{kind}: the connection was kept.");
        }
    }

    private async Task AssertServesAsync(bool drain = false)
    {
        await using ZmtpClient client = await ZmtpClient.ConnectAsync("DEALER", "127.0.0.1", _router.Port, [5], _limit.Token);
        client.Send([42]);
        byte[][]? message;
        do
        {
            Assert.True(_received.TryTake(out message, TimeSpan.FromSeconds(30)), "A well-behaved peer is not served.");
        }
        while (drain && !(message[0] is [5] && message[1] is [42]));
        Assert.Equal([[5], [42]], message);
    }
}
