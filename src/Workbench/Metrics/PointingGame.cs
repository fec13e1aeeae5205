using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>
/// The pointing game: a frame counts as a hit when the predicted point lies in the box, borders included.
/// What-When-Where section 5.3 (ii); Akbari et al. 2019 for several boxes in a frame.
/// </summary>
/// <remarks>
/// Frames without a box are not to be added. A degenerate box (corners swapped) is counted and cannot be hit, as in the
/// released evaluator. No prediction (null) is a miss.
/// </remarks>
public sealed class PointingGame
{
    private int _hits;
    private int _frames;

    /// <summary>Adds a frame with one box; says whether it was hit.</summary>
    /// <exception cref="ArgumentException">A coordinate is not a finite number; the message names the frame's number in order of adding.</exception>
    public bool Add(Point? predicted, Box truth) => Add(predicted, [truth]);

    /// <summary>Adds a frame with several boxes: it is hit when any of them is.</summary>
    /// <inheritdoc cref="Add(Point?, Box)"/>
    public bool Add(Point? predicted, IReadOnlyList<Box> truths)
    {
        ArgumentNullException.ThrowIfNull(truths);
        if (truths.Count == 0)
            throw new ArgumentException($"Frame {_frames} has no box; only frames with a box enter the pointing game.", nameof(truths));
        bool hit = false;
        foreach (var box in truths)
        {
            Require.Finite(box, $"Box of frame {_frames}:");
            if (predicted is { } point)
            {
                Require.Finite(point, $"Point of frame {_frames}:");
                hit |= box.Contains(point);
            }
        }

        _frames++;
        if (hit)
            _hits++;
        return hit;
    }

    public PointingResult Result => new(_hits, _frames);
}
