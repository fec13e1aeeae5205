using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>Stretches a series of heat maps over time.</summary>
public static class HeatTime
{
    /// <summary>
    /// Linear between the middles of the maps' time spans ("align_corners=False"), constant before the first and after the last. With the bilinear enlargement of
    /// <see cref="HeatPeak"/> it is the released code's trilinear one (eval_youcook_interactions_localization.py), which runs across the borders of windows.
    /// </summary>
    /// <param name="maps">Maps of one size.</param>
    /// <param name="count">How many are wanted.</param>
    /// <exception cref="ArgumentException">No map, or maps of different sizes.</exception>
    public static IReadOnlyList<HeatMap> Stretch(IReadOnlyList<HeatMap> maps, int count)
    {
        ArgumentNullException.ThrowIfNull(maps);
        if (maps.Count == 0 || maps.Any(m => m.Width != maps[0].Width || m.Height != maps[0].Height))
            throw new ArgumentException("Heat maps of one size are expected, at least one.", nameof(maps));
        UpsampleAxis axis = UpsampleAxis.Of(maps.Count, count);
        var result = new HeatMap[count];
        for (int i = 0; i < count; i++)
        {
            float[] before = maps[axis.Cell[i]].Values, after = maps[axis.Next[i]].Values, values = new float[before.Length];
            for (int c = 0; c < values.Length; c++)
                values[c] = (float)(before[c] + (axis.Fraction[i] * ((double)after[c] - before[c])));
            result[i] = new HeatMap(maps[0].Height, maps[0].Width, values);
        }

        return result;
    }
}
