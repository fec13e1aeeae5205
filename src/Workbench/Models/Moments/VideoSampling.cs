namespace Workbench.Models.Moments;

/// <summary>How a video's features become as many clips as a model wants.</summary>
public enum VideoSampling
{
    /// <summary>
    /// Clip i is the mean from round(i/C·n) up to round((i+1)/C·n), or the one feature there; then L2-normalised (2D-TAN's average_to_fixed_length, halves rounded to
    /// even, normalised before the mean as its loader does).
    /// </summary>
    Average,

    /// <summary>As they are where they are no more than C, else every (n/C)-th; training begins at a random one of the first (LGI's get_fixed_length_feat). Not normalised.</summary>
    Strided,
}
