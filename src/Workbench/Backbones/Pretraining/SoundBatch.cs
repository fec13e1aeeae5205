namespace Workbench.Backbones.Pretraining;

/// <summary>B windows of log-mel spectrograms (B·M·F values), and C texts of each: the sentence said in it, the label of the action heard in it.</summary>
internal sealed record SoundBatch(float[] LogMel_BMF, string[][] Texts_BC);
