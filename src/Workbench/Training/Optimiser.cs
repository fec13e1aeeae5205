namespace Workbench.Training;

/// <summary>Paper: Adam (appendix 8.2). Released code: AdamW with PyTorch's default weight decay 0.01 (main_distributed.py 535).</summary>
public enum Optimiser
{
    Adam,
    AdamW,
}
