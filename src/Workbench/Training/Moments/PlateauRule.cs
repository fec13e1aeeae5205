namespace Workbench.Training.Moments;

/// <summary>When the learning rate falls (2D-TAN's released train.py; "ReduceLROnPlateau", Sscs section 4.2).</summary>
public enum PlateauRule
{
    /// <summary>Never: 2D-TAN on Charades-STA, where there is no validation set and the scheduler is not stepped; LGI.</summary>
    Never,

    /// <summary>When the loss has not fallen for some epochs, as it is meant.</summary>
    AsMeant,

    /// <summary>As coded: the scheduler is told minus the loss and waits for it to fall, so that the rate falls once the loss has stopped rising.</summary>
    AsCoded,
}
