namespace Workbench.Cli.Doctor;

/// <summary>Which BLAS libtorch multiplies matrices with. Debian's libtorch takes whatever libblas.so.3 points to; wheels bring their own.</summary>
internal static class BlasCheck
{
    private const string Name = "BLAS";

    /// <summary>
    /// From the files mapped into a process that has loaded libtorch (the lines of /proc/self/maps): the truth, whatever
    /// the alternatives say. <paramref name="named"/> is what libtorch's build calls its BLAS, for one that is linked into it.
    /// </summary>
    public static Check Of(IEnumerable<string> maps, string named)
    {
        string[] files = [.. maps.Where(l => l.Contains('/', StringComparison.Ordinal)).Select(l => l[l.IndexOf('/', StringComparison.Ordinal)..]).Distinct()];
        // libopenblas.so.0 is often there for LAPACK's sake even where libblas.so.3 is the reference one.
        string? blas = files.Where(IsBlas).OrderBy(f => !Path.GetFileName(f).StartsWith("libblas", StringComparison.Ordinal)).FirstOrDefault();
        if (files.Any(f => Path.GetFileName(f).StartsWith("libmkl", StringComparison.Ordinal)))
            return new Check(Name, CheckState.Good, "MKL");
        if (blas is null)
            return new Check(Name, CheckState.Good, $"{named}, linked into libtorch");
        return blas.StartsWith("/usr/lib/", StringComparison.Ordinal)
            ? Variant(blas)
            : new Check(Name, CheckState.Good, $"{Path.GetFileName(blas)}, which this libtorch brings");
    }

    /// <summary>Debian's variants, by the folder or name of the file that libblas.so.3 leads to.</summary>
    private static Check Variant(string file)
    {
        if (file.Contains("pthread", StringComparison.Ordinal) || file.Contains("openmp", StringComparison.Ordinal) || file.Contains("blis", StringComparison.Ordinal))
            return new Check(Name, CheckState.Good, $"{(file.Contains("blis", StringComparison.Ordinal) ? "BLIS" : "OpenBLAS, threaded")} ({file})");
        if (file.Contains("openblas", StringComparison.Ordinal))
            return new Check(Name, CheckState.Warning, $"OpenBLAS, perhaps of one thread ({file})", Check.Install("libopenblas0-pthread"));
        return new Check(
            Name,
            CheckState.Warning,
            $"the reference BLAS ({file}): matrix products are many times slower",
            Check.Install("libopenblas0-pthread") + " (then `update-alternatives --display libblas.so.3-x86_64-linux-gnu` must name it)");
    }

    private static bool IsBlas(string file) =>
        Path.GetFileName(file) is var name && (name.StartsWith("libblas", StringComparison.Ordinal) || name.StartsWith("libopenblas", StringComparison.Ordinal) || name.StartsWith("libblis", StringComparison.Ordinal));
}
