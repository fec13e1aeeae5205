using static Workbench.Experiments.Tables.TableColumns;

namespace Workbench.Experiments.Tables;

/// <summary>Tables 2, 3, 4 and 7: the method beside others.</summary>
internal static class GroundingTables
{
    private const string Cvpr = "whatwhenwhere-cvpr", Iclr = "whatwhenwhere-iclr";

    public static PaperTable Table2(MethodCatalogue methods)
    {
        Column[] columns = Grounding(RunMetrics.IouPoint, RunMetrics.VideoMap, RunMetrics.VideoMapMean);
        return new PaperTable("2", Cvpr, "2", "Table 2: spatio-temporal grounding in untrimmed videos", Heads(columns),
        [
            Line("CoMMA† (S3D)", methods.Comma(MethodBackbone.S3d), columns),
            Line("MIL-NCE (S3D*)", methods.Alone(MethodBackbone.S3d), columns),
            Line("Ours (S3D)", methods.Ours(MethodBackbone.S3d), columns),
            Line("GLIP (Swin-L*)", null, columns, notRun: TableLabels.Detector),
            Line("CoMMA‡ (CLIP)", methods.Comma(), columns),
            Line("CLIP (CLIP)", methods.Alone(), columns),
            Line("RegionCLIP (ResNet-101*)", null, columns, notRun: TableLabels.Detector),
            Line("Ours (CLIP)", methods.Ours(), columns),
            Line("Ours (CLIP*)", methods.Ours(MethodBackbone.FinetunedClip), columns),
            Line("MIL-NCE(temp.)+RegionCLIP(spa.)", null, columns, notRun: TableLabels.Detector),
            Line(TableLabels.NoVideo, MethodCatalogue.NoVideo, columns, published: false),
        ], []);
    }

    public static PaperTable Table3(MethodCatalogue methods)
    {
        Column[] columns =
        [
            new("YouCook2-Interactions, pointing", "YC-Inter Acc", RunMetrics.Pointing),
            new("GroundingYouTube, pointing", "GroundingYT Acc", RunMetrics.GroundingYouTubePointing),
            new("GroundingYouTube, success@0.3", "GroundingYT mAP", RunMetrics.GroundingYouTubeSuccess),
            new("V-HICO, pointing", "V-HICO Acc", null), new("V-HICO, mAP", "V-HICO mAP", null),
            new("Daly, pointing", "Daly Acc", null), new("Daly, mAP", "Daly mAP", null),
        ];
        return new PaperTable("3", Cvpr, "3", "Table 3: spatial grounding in trimmed clips", Heads(columns),
        [
            Line("MIL-NCE (S3D*)", methods.Alone(MethodBackbone.S3d), columns),
            Line("CoMMA† (S3D)", methods.Comma(MethodBackbone.S3d), columns),
            Line("Ours (S3D)", methods.Ours(MethodBackbone.S3d), columns),
            Line("CLIP (CLIP)", methods.Alone(), columns),
            Line("CoMMA‡ (CLIP)", methods.Comma(), columns),
            Line("RegionCLIP (RN50x4*)", null, columns, notRun: TableLabels.Detector),
            Line("GLIP (Swin-L*)", null, columns, notRun: TableLabels.Detector),
            Line("Ours (CLIP)", methods.Ours(), columns),
            Line("Ours (CLIP*)", methods.Ours(MethodBackbone.FinetunedClip), columns),
            Line("TubeDETR (MDETR)", null, columns, notRun: TableLabels.Detector),
            Line("STCAT (ResNet-101)", null, columns, notRun: TableLabels.Detector),
            Line(TableLabels.NoVideo, MethodCatalogue.NoVideo, columns, published: false),
        ],
        [
            "The column \"mAP\" of GroundingYouTube is what the released evaluator prints under that name: the share of frames whose mask overlaps the box by more than 0.3.",
            "NarratedKitchen has no V-HICO and no Daly; their columns are not measured here.",
        ]);
    }

    public static PaperTable Table4(MethodCatalogue methods)
    {
        Column[] columns = [new("IoU", "IoU", RunMetrics.TemporalIou), new("IoD", "IoD", RunMetrics.TemporalIod)];
        return new PaperTable("4", Cvpr, "4", "Table 4: temporal grounding with the actions in order", Heads(columns),
        [
            Line("Mining: MLP (TSM)", null, columns, notRun: "not yet: another group's method"),
            Line("CoMMA* (S3D)", methods.Comma(MethodBackbone.S3d), columns),
            Line("RegionCLIP (RN50x4*)", null, columns, notRun: TableLabels.Detector),
            Line("MIL-NCE (S3D*)", methods.Alone(MethodBackbone.S3d), columns),
            Line("Ours (S3D)", methods.Ours(MethodBackbone.S3d), columns),
            Line("Ours (CLIP)", methods.Ours(), columns),
            Line("Ours (CLIP*)", methods.Ours(MethodBackbone.FinetunedClip), columns),
            .. FloorLines(methods, columns),
        ], []);
    }

    public static PaperTable Table7(MethodCatalogue methods)
    {
        Column[] columns = Grounding(RunMetrics.SingleIouPoint, RunMetrics.SingleMap, RunMetrics.SingleMapMean);
        return new PaperTable("7", Iclr, "7", "Table 7: one given action in a short clip", Heads(columns),
        [
            Line("CoMMA* (S3D-word2vec)", methods.Comma(MethodBackbone.S3d), columns),
            Line("MIL-NCE (S3D-word2vec)", methods.Alone(MethodBackbone.S3d), columns),
            Line("Ours (S3D-word2vec)", methods.Ours(MethodBackbone.S3d), columns),
            Line("CoMMA† (CLIP)", methods.Comma(), columns),
            Line("CLIP (CLIP)", methods.Alone(), columns),
            Line("RegionCLIP (ResNet-101)", null, columns, notRun: TableLabels.Detector),
            Line("GLIP (Swin-L)", null, columns, notRun: TableLabels.Detector),
            Line("Ours (CLIP)", methods.Ours(), columns),
            Line("TubeDETR (MDETR)", null, columns, notRun: TableLabels.Detector),
            Line("STCAT (ResNet-101)", null, columns, notRun: TableLabels.Detector),
            Line(TableLabels.NoVideo, MethodCatalogue.NoVideo, columns, published: false),
        ],
        ["Clips: each action of 3 to 20 s with as much video before and after it. The line without video answers the middle third of the clip, which is right by construction, and so shows what the place alone decides."]);
    }
}
