using Workbench.Report.Images;

namespace Workbench.Report.Charts;

/// <summary>A candidate frame of a filmstrip.</summary>
/// <param name="Picture">What it shows.</param>
/// <param name="Seconds">Its time in the video.</param>
/// <param name="Chosen">Whether it was chosen.</param>
/// <param name="Score">By what it was ranked, where there is such a number.</param>
public sealed record FilmstripFrame(Picture Picture, double Seconds, bool Chosen, double? Score = null);
