namespace Workbench.Backbones;

/// <summary>Where the clip of a second lies. The papers do not say how clips of 3.2 s become features of a second.</summary>
public enum WindowPlacement
{
    /// <summary>About the middle of the second: neighbouring clips overlap, every second has its own.</summary>
    Centred,

    /// <summary>Clip behind clip from the video's first frame on, as MIL-NCE's evaluation cuts videos; a second takes the clip that holds its middle. A third of the work.</summary>
    Successive,
}
