namespace Workbench.Training;

/// <summary>What a model is before its first step.</summary>
public enum ModelStart
{
    /// <summary>PyTorch's default initialisation (released code; the paper is silent).</summary>
    Random,

    /// <summary>
    /// The frozen backbone's own answer (<see cref="Models.GlobalLocalModel.MakeIdentity"/>). A setting of ours for few videos: a backbone like CLIP has both sides in
    /// one space already, and a random projection would first have to find that space again.
    /// </summary>
    Backbone,
}
