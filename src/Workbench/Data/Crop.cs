namespace Workbench.Data;

/// <summary>Which part of the picture is taken. Source: released code, video_loader_clip.py and mining_loader.py.</summary>
/// <param name="Mode">How the size is reached.</param>
/// <param name="X">Where the part lies: 0 = at the left, 1 = at the right edge. Without meaning for <see cref="CropMode.Squash"/>.</param>
/// <param name="Y">0 = at the top, 1 = at the bottom.</param>
public readonly record struct Crop(CropMode Mode, double X = 0.5, double Y = 0.5)
{
    /// <summary>The whole picture, stretched.</summary>
    public static Crop Squash => new(CropMode.Squash);

    /// <summary>The largest square in the middle, resized.</summary>
    public static Crop CentreSquare => new(CropMode.Square);

    /// <summary>A window of the native picture in its middle, not resized.</summary>
    public static Crop CentreWindow => new(CropMode.Window);

    /// <summary>A window of the native picture somewhere, not resized. Draws two numbers: across, then down.</summary>
    public static Crop RandomWindow(Random random) => At(CropMode.Window, random);

    /// <summary>The largest square somewhere, resized. Draws two numbers: across, then down.</summary>
    public static Crop RandomSquare(Random random) => At(CropMode.Square, random);

    private static Crop At(CropMode mode, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var x = random.NextDouble();
        return new Crop(mode, x, random.NextDouble());
    }

    /// <summary>The filter for ffmpeg.</summary>
    internal string Filter(int width, int height) => Mode switch
    {
        CropMode.Squash => $"scale={width}:{height}",
        CropMode.Window => $"crop={width}:{height}:(iw-{width})*{X:R}:(ih-{height})*{Y:R}:exact=1",
        CropMode.Square => $"crop=min(iw\\,ih):min(iw\\,ih):(iw-min(iw\\,ih))*{X:R}:(ih-min(iw\\,ih))*{Y:R},scale={width}:{height}",
        _ => throw new InvalidOperationException($"Squash, Window or Square was expected, {Mode} is set."),
    };
}
