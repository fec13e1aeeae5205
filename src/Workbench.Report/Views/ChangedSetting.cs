namespace Workbench.Report.Views;

/// <summary>A setting that differs: its dotted name, the value of the base and the value here, as JSON writes them.</summary>
public sealed record ChangedSetting(string Name, string Base, string Here);
