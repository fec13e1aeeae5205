using TorchSharp;
using Workbench.Losses;
using Workbench.Models;
using Workbench.Transport;
using static TorchSharp.torch;

namespace Workbench.Training;

// Shapes: B clips, U candidate frames, T chosen frames, N regions a frame, R = T·N, K words, D feature width, d common width.

/// <summary>The loss of one batch: frame selection, then L = L_global + weight·L_local (What-When-Where sections 3.2-3.4).</summary>
public sealed class TrainingObjective(Recipe recipe, GlobalLocalModel model)
{
    private readonly FrameSelector selector = new(recipe.Selection);

    /// <summary>The losses of a batch; a branch that is off is null.</summary>
    public (Tensor Total, Tensor? Global, Tensor? Local) Loss(TrainingBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Tensor? chosen_BT = recipe.LocalLoss || recipe.Pooling == ClipPooling.MeanOfSelected ? batch.Chosen_BT ?? Select(batch) : null;
        Tensor? global = recipe.GlobalLoss ? Global(batch, chosen_BT) : null;
        Tensor? local = recipe.LocalLoss ? Local(batch, chosen_BT!) : null;
        Tensor total = (global, local) switch
        {
            (not null, not null) => global + local * recipe.LocalWeight,
            (not null, null) => global,
            _ => local! * recipe.LocalWeight,
        };
        return (total, global, local);
    }

    /// <summary>The chosen frames, int64 (B, T). Regions and words are compared in the space of global features, where the backbone brings them.</summary>
    public Tensor Select(TrainingBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        using var noGrad = no_grad();
        bool projected = recipe.Selection.Features == SelectionFeatures.Projected;
        Tensor? regions_BUND = recipe.Selection.Video == SelectionVideo.Global ? null : batch.Backbone?.JoinRegions(batch.Regions_BUND) ?? batch.Regions_BUND;
        Tensor words_BKD = batch.Backbone?.JoinWords(batch.Words_BKD) ?? batch.Words_BKD;
        return selector.Select(projected
            ? new SelectionInput(model.ProjectFrames(batch.Frames_BUD), regions_BUND is null ? null : model.ProjectFrames(regions_BUND),
                model.ProjectSentences(batch.Sentence_BD), model.ProjectSentences(words_BKD), batch.Mask_BK)
            : new SelectionInput(batch.Frames_BUD, regions_BUND, batch.Sentence_BD, words_BKD, batch.Mask_BK));
    }

    private Tensor Global(TrainingBatch batch, Tensor? chosen_BT)
    {
        Tensor clip_BD = recipe.Pooling switch
        {
            ClipPooling.MeanOfSelected => Gather(batch.Frames_BUD, chosen_BT!).mean(new long[] { 1 }),
            ClipPooling.MaxOfCandidates => nn.functional.normalize(batch.Frames_BUD.amax(new long[] { 1 }), dim: -1),
            _ => batch.Frames_BUD.mean(new long[] { 1 }),
        };
        if (recipe.Audio is null)
            return Loss(model.GlobalScores(clip_BD, batch.Sentence_BD));
        // Sound is not selected: the mean over all candidate seconds (s3dg_all.py@d5af111, 616-620).
        Tensor video_Bd = model.ProjectFrames(clip_BD), sentence_Bd = model.ProjectSentences(batch.Sentence_BD), audio_Bd = model.ProjectAudio(Audio(batch).mean(new long[] { 1 }));
        return Loss(matmul(video_Bd, sentence_Bd.t())) + Loss(matmul(video_Bd, audio_Bd.t())) + Loss(matmul(audio_Bd, sentence_Bd.t()));
    }

    private Tensor Loss(Tensor score_BB) => Contrastive.Loss(score_BB, recipe.Loss, recipe.Margin);

    private Tensor Audio(TrainingBatch batch) => batch.Audio_BAD ?? throw new ArgumentException($"Recipe '{recipe.Name}' trains with sound; the batch has none.", nameof(batch));

    /// <summary>The mean over chunks; <see cref="Recipe.LocalWeight"/> = chunks turns it into the released code's sum.</summary>
    private Tensor Local(TrainingBatch batch, Tensor chosen_BT)
    {
        Tensor regions_BTND = Gather(batch.Regions_BUND, chosen_BT);
        Tensor regions_BRD = regions_BTND.reshape(regions_BTND.size(0), -1, regions_BTND.size(-1));
        long size = regions_BRD.size(0) / recipe.LocalChunks, words = LastWord(batch.Mask_BK);
        Tensor? sum = null;
        for (int chunk = 0; chunk < recipe.LocalChunks; chunk++)
        {
            Tensor regions_bRD = regions_BRD.narrow(0, chunk * size, size);
            Tensor words_bKD = batch.Words_BKD.narrow(0, chunk * size, size).narrow(1, 0, words), mask_bK = batch.Mask_BK.narrow(0, chunk * size, size).narrow(1, 0, words);
            Tensor loss = Loss(model.LocalScores(regions_bRD, words_bKD, mask_bK));
            if (recipe.Audio is { } audio)
            {
                (Tensor videoAudio_bb, Tensor audioText_bb) = model.LocalAudioScores(regions_bRD, words_bKD, mask_bK, Audio(batch).narrow(0, chunk * size, size));
                loss = loss + Loss(videoAudio_bb) * audio.VideoAudioWeight + Loss(audioText_bb) * audio.AudioTextWeight;
            }

            sum = sum is null ? loss : sum + loss;
        }
        return sum! / recipe.LocalChunks;
    }

    /// <summary>Word positions up to the last that any sentence of the batch uses: what lies behind is padding everywhere, has no weight, and costs time.</summary>
    private static long LastWord(Tensor mask_BK) => Math.Max(1, (mask_BK.any(0).to(ScalarType.Int64) * arange(1, mask_BK.size(1) + 1, ScalarType.Int64, mask_BK.device)).max().item<long>());

    /// <summary>The chosen entries of the second axis.</summary>
    private static Tensor Gather(Tensor source_BU, Tensor chosen_BT)
    {
        Tensor row_B1 = arange(source_BU.size(0), ScalarType.Int64, source_BU.device).unsqueeze(1);
        return source_BU.index(TensorIndex.Tensor(row_B1), TensorIndex.Tensor(chosen_BT));
    }
}
