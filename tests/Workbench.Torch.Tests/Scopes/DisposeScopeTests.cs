using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Torch.Tests.Scopes;

public class DisposeScopeTests
{
    [Fact]
    public void Only_what_is_moved_out_survives_a_scope()
    {
        using var outer = NewDisposeScope();
        Tensor kept, lost, free;
        using (var inner = NewDisposeScope())
        {
            lost = zeros(2);
            kept = ones(2).MoveToOuterDisposeScope();
            free = ones(3).DetachFromDisposeScope();
            Assert.Equal(1, inner.DisposablesCount);
        }

        Assert.True(lost.IsInvalid);
        Assert.False(kept.IsInvalid);
        Assert.True(outer.Contains(kept));
        Assert.False(outer.Contains(free));
        free.Dispose();
    }

    [Fact]
    public void A_disposed_tensor_says_how_to_keep_it()
    {
        Tensor x;
        using (NewDisposeScope()) x = zeros(2);
        var e = Assert.Throws<ObjectDisposedException>(() => x + 1);
        Assert.Contains("MoveToOuterDisposeScope", e.Message);
        Assert.Throws<ObjectDisposedException>(() => x.shape);
        Assert.Throws<ObjectDisposedException>(() => x.dtype);
        Assert.Throws<ObjectDisposedException>(() => x.item<float>());
        Assert.Throws<ObjectDisposedException>(() => x.backward());
        Assert.Equal("a disposed tensor", x.ToString());
    }

    [Fact]
    public void Disposing_twice_is_once()
    {
        long before = Tensor.TotalCount;
        Tensor x = zeros(2);
        Assert.Equal(before + 1, Tensor.TotalCount);
        x.Dispose();
        x.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
        Assert.True(x.IsInvalid);
    }

    [Fact]
    public void A_training_loop_leaves_as_many_native_tensors_as_it_found()
    {
        long[] live = OnItsOwnThread(() =>
        {
            using var all = NewDisposeScope();
            Tensor weight = rand(8, 8, requires_grad: true);
            var counts = new List<long>();
            for (int step = 0; step < 20; step++)
            {
                using var scope = NewDisposeScope();
                Tensor input = rand(16, 8);
                Tensor loss = input.matmul(weight).relu().pow(2).mean() + weight[.., 0].sum();
                loss.backward();
                using (no_grad())
                {
                    weight.sub_(0.01 * weight.grad!);
                    weight.grad!.zero_();
                }

                scope.Dispose();
                GC.Collect();
                GC.WaitForPendingFinalizers();
                counts.Add(TorchRuntime.LiveTensors);
            }

            return counts.ToArray();
        });
        Assert.Single(live.Distinct());
    }

    [Fact]
    public void A_scope_that_another_thread_disposes_leaves_its_own_threads_stack()
    {
        using var outer = NewDisposeScope();
        DisposeScope inner = NewDisposeScope();
        Tensor x = zeros(2);
        Assert.True(inner.Contains(x));
        OnItsOwnThread(() =>
        {
            inner.Dispose();
            return 0;
        });
        Assert.True(x.IsInvalid);
        Assert.Same(outer, CurrentDisposeScope);
        Assert.True(outer.Contains(zeros(1)));
    }

    [Fact]
    public void A_thread_does_not_see_another_threads_scope()
    {
        using var scope = NewDisposeScope();
        Tensor made = OnItsOwnThread(() =>
        {
            Assert.Null(CurrentDisposeScope);
            return zeros(2);
        });
        Assert.False(scope.Contains(made));
        scope.Attach(made);
        Assert.True(scope.Contains(made));
    }

    [Fact]
    public void Many_threads_attach_and_move_at_once_without_loss()
    {
        using var outer = NewDisposeScope();
        using var inner = NewDisposeScope();
        Tensor[] all = [.. Enumerable.Range(0, 400).Select(_ => zeros(1))];
        Parallel.ForEach(all, tensor => inner.MoveToOther(outer, tensor));
        Assert.Equal(400, outer.DisposablesCount);
        Assert.Equal(0, inner.DisposablesCount);
        Parallel.ForEach(all, tensor => tensor.Dispose());
        Assert.Equal(0, outer.DisposablesCount);
    }

    [Fact]
    public async Task A_tensor_disposed_by_another_thread_during_a_call_lives_until_the_call_ends()
    {
        for (int round = 0; round < 20; round++)
        {
            Tensor x = ones(200, 200);
            Task other = Task.Run(x.Dispose);
            try
            {
                using Tensor sum = x.matmul(x).sum();
                Assert.Equal(200f * 200 * 200, sum.item<float>());
            }
            catch (ObjectDisposedException)
            {
                // The other thread was first: the exception is the whole answer.
            }

            await other;
        }
    }

    [Fact]
    public void Statistics_count_where_tensors_were_made_and_went() => OnItsOwnThread(() =>
    {
        LifetimeStatistics counts = DisposeScopeManager.Statistics.TensorStatistics;
        counts.Reset();
        Tensor outside = zeros(1);
        using (NewDisposeScope())
        {
            zeros(1).DetachFromDisposeScope().Dispose();
            zeros(1);
            Assert.Equal((2L, 1L), (counts.CreatedInScopeCount, counts.CreatedOutsideScopeCount));
            Assert.Equal((1L, 1L), (counts.DetachedFromScopeCount, counts.DisposedOutsideScopeCount));
            Assert.Equal(2, counts.ThreadTotalLiveCount);
        }

        Assert.Equal(1, counts.DisposedInScopeCount);
        outside.Dispose();
        Assert.Equal(0, counts.ThreadTotalLiveCount);
        return 0;
    });

    [Fact]
    public void Forgotten_tensors_are_freed_by_the_finalizer()
    {
        WeakReference forgotten = Forget();
        for (int k = 0; k < 20 && forgotten.IsAlive; k++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(forgotten.IsAlive);
    }

    [Fact]
    public void Everything_but_the_kept_is_disposed()
    {
        using var scope = NewDisposeScope();
        Tensor a = zeros(1), b = zeros(1), c = zeros(1);
        scope.DisposeEverythingBut(a, b);
        Assert.Equal([false, false, true], new[] { a, b, c }.Select(t => t.IsInvalid));
        Assert.Equal(2, scope.DisposablesCount);
    }

    private static WeakReference Forget() => OnItsOwnThread(() => new WeakReference(zeros(4)));

    private static T OnItsOwnThread<T>(Func<T> work)
    {
        T result = default!;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = work();
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? result : throw new InvalidOperationException(failure.Message, failure);
    }

    [Fact]
    public void A_disposed_tensor_stays_disposed_when_its_handle_has_become_anothers()
    {
        Tensor old = ones(2);
        old.Dispose();
        using Tensor next = zeros(3); // Takes the handle that old gave back.
        Assert.True(old.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => old.shape);
        Assert.Throws<ObjectDisposedException>(() => old + 1);
        old.Dispose();
        Assert.False(next.IsInvalid);
        Assert.Equal([0f, 0f, 0f], next.data<float>().ToArray());
    }

    [Fact]
    public void A_tensor_in_use_outlives_its_disposal_until_the_last_user_is_done()
    {
        Tensor tensor = ones(2);
        nint held = tensor.Hold();
        tensor.Dispose();
        Assert.True(tensor.IsInvalid);
        long alive = Workbench.Torch.Interop.Native.wb_tensor_numel(held);
        tensor.Release();
        Assert.Equal(2, alive);
    }

    [Fact]
    public async Task Handles_given_back_on_other_threads_are_never_mistaken()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            for (int i = 0; i < 2_000; i++)
            {
                Tensor mine = full([1], worker * 10_000 + i, ScalarType.Int64);
                Task<long> elsewhere = Task.Run(() =>
                {
                    long value = mine.item<long>();
                    mine.Dispose();
                    return value;
                });
                using Tensor other = full([1], -1, ScalarType.Int64);
                Assert.Equal(worker * 10_000 + i, elsewhere.Result);
                Assert.Equal(-1, other.item<long>());
            }
        })));
    }
}
