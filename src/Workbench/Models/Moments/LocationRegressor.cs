using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences, T segments, D width.

/// <summary>Temporal attention over the segments and two numbers out of their sum (LGI Eq. 13-15; released code AttentionLocRegressor).</summary>
public sealed class LocationRegressor : nn.Module
{
    public readonly AttentivePooling tatt;
    public readonly Sequential MLP_reg;

    public LocationRegressor(LgiConfig config) : base(nameof(LocationRegressor))
    {
        ArgumentNullException.ThrowIfNull(config);
        tatt = new AttentivePooling(config.Width, config.AttentionWidth);
        MLP_reg = nn.Sequential(
            ("0", nn.Linear(config.Width, config.Width)), ("1", nn.ReLU()), ("2", nn.Linear(config.Width, 2)),
            ("3", config.Bound == LocationBound.ReLU ? nn.ReLU() : nn.Sigmoid()));
        RegisterComponents();
    }

    /// <summary>Start and end (B, 2), and the attention (B, T).</summary>
    public (Tensor Location_B2, Tensor Time_BT) Locate(Tensor segments_BTD, Tensor mask_BT)
    {
        (Tensor sum_BD, Tensor time_BT) = tatt.Pool(segments_BTD, mask_BT);
        return (MLP_reg.forward(sum_BD), time_BT);
    }
}
