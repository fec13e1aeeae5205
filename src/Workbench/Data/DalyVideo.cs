namespace Workbench.Data;

/// <summary>A video of DALY.</summary>
/// <param name="Id">Its name without the ending.</param>
/// <param name="Duration">Seconds.</param>
/// <param name="Fps">Frames a second.</param>
/// <param name="Frames">Number of frames.</param>
/// <param name="IsTest">True where the file's split names it; the others are for training.</param>
/// <param name="Instances">In the order of the file.</param>
public sealed record DalyVideo(string Id, double Duration, double Fps, int Frames, bool IsTest, IReadOnlyList<DalyInstance> Instances);
