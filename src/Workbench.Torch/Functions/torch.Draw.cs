namespace TorchSharp;

/// <summary>Single random numbers as C# numbers.</summary>
public static partial class torch
{
    public static bool randint_bool(Generator? generator = null) => randint_long(0, 2, generator) == 1;

    public static int randint_int(int high, Generator? generator = null) => (int)randint_long(0, high, generator);

    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);

    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    public static long randint_long(long low, long high, Generator? generator = null)
    {
        using Tensor drawn = randint(low, high, [1L], generator: generator);
        return drawn.item<long>();
    }

    public static double rand_float(Generator? generator = null)
    {
        using Tensor drawn = rand([1L], generator: generator);
        return drawn.ToDouble();
    }

    public static double randn_float(Generator? generator = null)
    {
        using Tensor drawn = randn([1L], generator: generator);
        return drawn.ToDouble();
    }
}
