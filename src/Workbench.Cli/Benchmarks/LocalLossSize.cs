using System.Globalization;

namespace Workbench.Cli.Benchmarks;

/// <summary>The sizes of the local loss: B clips with B sentences, R regions, K words, width d.</summary>
internal sealed record LocalLossSize(int Batch, int Regions, int Words, int Width = 512)
{
    /// <summary>"16,392,20" or "16,392,20,512", as a child process is told.</summary>
    /// <exception cref="FormatException">Another text.</exception>
    public static LocalLossSize Parse(string text)
    {
        int[] parts = [.. text.Split(',').Select(p => int.Parse(p, CultureInfo.InvariantCulture))];
        return parts.Length switch
        {
            3 => new LocalLossSize(parts[0], parts[1], parts[2]),
            4 => new LocalLossSize(parts[0], parts[1], parts[2], parts[3]),
            _ => throw new FormatException($"B,R,K or B,R,K,d was expected, '{text}' was given."),
        };
    }

    public string ToArgument() => string.Create(CultureInfo.InvariantCulture, $"{Batch},{Regions},{Words},{Width}");

    public override string ToString() => $"B={Batch}, R={Regions}, K={Words}, d={Width}";
}
