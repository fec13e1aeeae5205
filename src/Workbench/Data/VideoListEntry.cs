namespace Workbench.Data;

/// <summary>A video of a list: its id, and its file as the list gives it (relative to the folder of videos; just the id in lists of ids).</summary>
public readonly record struct VideoListEntry(string Id, string File);
