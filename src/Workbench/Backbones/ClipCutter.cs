namespace Workbench.Backbones;

/// <summary>
/// Cuts a video into the clips of its seconds while its frames come in. At the ends clips are moved inside the video; a video shorter than a
/// clip is filled up with black frames, as the released loader does. Of the frames only those are kept that a clip may still need.
/// </summary>
/// <param name="window">Which clips.</param>
/// <param name="frameBytes">Bytes of a frame.</param>
internal sealed class ClipCutter(FeatureWindow window, int frameBytes)
{
    private readonly List<byte[]> _kept = [];
    private readonly List<byte[]> _clips = [];

    /// <summary>For each row that waits: the clip's number among those that wait, -1 for the last one that was taken; and its time step.</summary>
    private readonly List<(int Clip, int Step)> _rows = [];
    private long _frames, _firstKept, _nextRow, _lastStart = -1;

    /// <summary>Clips that wait.</summary>
    public int Clips => _clips.Count;

    /// <summary>Whether any row waits.</summary>
    public bool HasRows => _rows.Count > 0;

    /// <summary>Takes frames, one after the other.</summary>
    public void Add(ReadOnlySpan<byte> rgb, int count)
    {
        for (int i = 0; i < count; i++)
            _kept.Add(rgb.Slice(i * frameBytes, frameBytes).ToArray());
        _frames += count;
        while (Math.Max(0, window.Start(_nextRow)) is var start && start + window.Frames <= _frames)
            AddRow(start);
        // The last clips may be moved back by as much as a clip.
        long keep = Math.Max(0, Math.Min(window.Start(_nextRow), _frames - window.Frames));
        _kept.RemoveRange(0, (int)(keep - _firstKept));
        _firstKept = keep;
    }

    /// <summary>Cuts the clips of the last seconds.</summary>
    public void Finish()
    {
        while (_frames > 0 && _nextRow < window.Rows(_frames))
            AddRow(window.Start(_nextRow, _frames));
    }

    /// <summary>Takes the first clips out, with the rows they belong to.</summary>
    /// <param name="most">Clips at most.</param>
    /// <returns>The clips' frames, their number, and for each row its clip (-1: the last of the call before) and time step.</returns>
    public (byte[] Rgb, int Count, IReadOnlyList<(int Clip, int Step)> Rows) Take(int most)
    {
        int count = Math.Min(most, _clips.Count);
        byte[] rgb = new byte[count * window.Frames * frameBytes];
        for (int i = 0; i < count; i++)
            _clips[i].CopyTo(rgb, i * _clips[i].Length);
        (int Clip, int Step)[] rows = [.. _rows.TakeWhile(r => r.Clip < count)];
        _clips.RemoveRange(0, count);
        _rows.RemoveRange(0, rows.Length);
        for (int i = 0; i < _rows.Count; i++)
            _rows[i] = (_rows[i].Clip - count, _rows[i].Step);
        return (rgb, count, rows);
    }

    private void AddRow(long start)
    {
        if (start != _lastStart)
        {
            var clip = new byte[window.Frames * frameBytes];
            for (int k = 0; k < window.Frames && start + k < _frames; k++)
                _kept[(int)(start + k - _firstKept)].CopyTo(clip, k * frameBytes);
            _clips.Add(clip);
            _lastStart = start;
        }

        _rows.Add((_clips.Count - 1, window.Step(_nextRow++, start)));
    }
}
