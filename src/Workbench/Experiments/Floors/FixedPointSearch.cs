using Workbench.Data;

namespace Workbench.Experiments.Floors;

/// <summary>Finds the point that lies in most boxes.</summary>
/// <remarks>
/// Exact, in O(n log n): boxes are closed, so some best point lies on a left border and on a top border. A line sweeps over the
/// left borders; a tree over the top borders counts the boxes that cover each of them.
/// </remarks>
public static class FixedPointSearch
{
    /// <summary>A best point, in the middle of the boxes' common part around it, and its number of boxes. Degenerate boxes are never hit.</summary>
    /// <exception cref="ArgumentException">There is no box that can be hit.</exception>
    public static (Point Point, int Hits) Best(IEnumerable<Box> boxes)
    {
        ArgumentNullException.ThrowIfNull(boxes);
        Box[] real = [.. boxes.Where(box => box.Left <= box.Right && box.Top <= box.Bottom)];
        if (real.Length == 0)
            throw new ArgumentException("No box can be hit: all are degenerate, or there are none.", nameof(boxes));
        double[] tops = [.. real.Select(box => box.Top).Distinct().Order()];
        int[] entering = [.. Enumerable.Range(0, real.Length).OrderBy(i => real[i].Left)];
        int[] leaving = [.. Enumerable.Range(0, real.Length).OrderBy(i => real[i].Right)];
        var tree = new CountingTree(tops.Length);
        int most = 0, gone = 0;
        Point best = default;
        for (int i = 0; i < entering.Length; i++)
        {
            double x = real[entering[i]].Left;
            for (; real[leaving[gone]].Right < x; gone++)
                Cover(real[leaving[gone]], -1);
            Cover(real[entering[i]], +1);
            if (i + 1 < entering.Length && real[entering[i + 1]].Left == x)
                continue;
            var (count, top) = tree.Most;
            if (count > most)
                (most, best) = (count, new Point(x, tops[top]));
        }

        Box[] around = [.. real.Where(box => box.Contains(best))];
        var common = around.Aggregate((a, b) => a.Intersect(b));
        return (common.Centre, most);

        void Cover(Box box, int by) => tree.Add(Array.BinarySearch(tops, box.Top), LastAtMost(tops, box.Bottom), by);
    }

    private static int LastAtMost(double[] sorted, double value)
    {
        int index = Array.BinarySearch(sorted, value);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>Counts over positions, with range additions and the first greatest count.</summary>
    private sealed class CountingTree
    {
        private readonly int _leaves = 1;
        private readonly int _positions;
        private readonly int[] _most;
        private readonly int[] _pending;

        public CountingTree(int positions)
        {
            _positions = positions;
            while (_leaves < positions)
                _leaves *= 2;
            (_most, _pending) = (new int[2 * _leaves], new int[2 * _leaves]);
        }

        public (int Count, int Position) Most
        {
            get
            {
                int node = 1;
                while (node < _leaves)
                    node = _most[2 * node] >= _most[2 * node + 1] ? 2 * node : 2 * node + 1;
                return (_most[1], Math.Min(node - _leaves, _positions - 1));
            }
        }

        public void Add(int first, int last, int by) => Add(1, 0, _leaves - 1, first, last, by);

        private void Add(int node, int low, int high, int first, int last, int by)
        {
            if (last < low || high < first)
                return;
            if (first <= low && high <= last)
            {
                _most[node] += by;
                _pending[node] += by;
                return;
            }

            int middle = (low + high) / 2;
            Add(2 * node, low, middle, first, last, by);
            Add(2 * node + 1, middle + 1, high, first, last, by);
            _most[node] = Math.Max(_most[2 * node], _most[2 * node + 1]) + _pending[node];
        }
    }
}
