namespace Workbench.Data;

/// <summary>A point in pixels of an annotation frame; (0, 0) is the top-left pixel's corner.</summary>
public readonly record struct Point(double X, double Y);
