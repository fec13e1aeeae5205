namespace Workbench.Data.NarratedKitchen;

/// <summary>What a run of the generator did.</summary>
/// <param name="Folder">Where the set lies.</param>
/// <param name="Drawn">Videos drawn now.</param>
/// <param name="Kept">Videos that were there already.</param>
/// <param name="VideoSeconds">Seconds of video drawn now.</param>
/// <param name="WallSeconds">Seconds it took.</param>
/// <param name="Spoken">False where tones stand for speech.</param>
/// <param name="Train">Figures of the training videos; null without any.</param>
/// <param name="Test">Figures of the test videos; null without any.</param>
public sealed record KitchenReport(
    string Folder, int Drawn, int Kept, int VideoSeconds, double WallSeconds, bool Spoken, KitchenStatistics? Train, KitchenStatistics? Test);
