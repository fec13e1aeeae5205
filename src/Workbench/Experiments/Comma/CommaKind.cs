namespace Workbench.Experiments.Comma;

/// <summary>Who answers.</summary>
public enum CommaKind
{
    /// <summary>The middle of the frame.</summary>
    Centre,

    /// <summary>The greatest motion.</summary>
    OpticalFlow,

    /// <summary>The backbone's cells against the sentence, nothing trained.</summary>
    Backbone,

    /// <summary>Trained on narrated clips by a <see cref="Training.Comma.CommaRecipe"/>.</summary>
    Trained,

    /// <summary>NAFAE, trained on narrated clips with region proposals.</summary>
    Nafae,

    /// <summary>Trained on captioned pictures with region proposals by a <see cref="Training.Comma.CommaRecipe"/>.</summary>
    Phrases,
}
