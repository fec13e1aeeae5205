namespace Workbench.Backbones.Flow;

/// <summary>Settings of <see cref="FarnebackFlow"/>; the defaults are those of OpenCV's documentation and samples.</summary>
public sealed record FlowOptions
{
    /// <summary>Pictures of the pyramid, each half as large as the one before.</summary>
    public int Levels { get; init; } = 3;

    /// <summary>Refinements at each level.</summary>
    public int Iterations { get; init; } = 3;

    /// <summary>Side of the window over which displacements are averaged, odd.</summary>
    public int Window { get; init; } = 15;

    /// <summary>Side of the neighbourhood that a polynomial is fitted to, odd.</summary>
    public int Neighbourhood { get; init; } = 5;

    /// <summary>Standard deviation of the weights in that neighbourhood.</summary>
    public double Deviation { get; init; } = 1.1;

    /// <exception cref="ArgumentException">Values out of range.</exception>
    public void Check()
    {
        if (Levels < 1 || Iterations < 1 || Window < 1 || Window % 2 == 0 || Neighbourhood < 3 || Neighbourhood % 2 == 0 || !(Deviation > 0))
            throw new ArgumentException($"Levels and iterations of at least 1, odd sides and a positive deviation are expected, got {this}.");
    }
}
