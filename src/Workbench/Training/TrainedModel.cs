using Workbench.Backbones;
using Workbench.Data;
using Workbench.Models;

namespace Workbench.Training;

/// <summary>A model from a checkpoint, with the recipe that made it.</summary>
public sealed class TrainedModel : IDisposable
{
    private TrainedModel(GlobalLocalModel model, Recipe recipe) => (Model, Recipe) = (model, recipe);

    public GlobalLocalModel Model { get; }

    public Recipe Recipe { get; }

    /// <summary>Loads the parameters; the optimiser's state stays in the file.</summary>
    /// <param name="path">A checkpoint of <see cref="Trainer"/>.</param>
    /// <param name="backbone">Whose features it will be asked about.</param>
    /// <exception cref="DataFormatException">Not a checkpoint, of another backbone, or parameters are missing, extra or misshapen.</exception>
    public static TrainedModel Load(string path, IBackbone backbone)
    {
        ArgumentNullException.ThrowIfNull(backbone);
        if (Checkpoint.BackboneOf(path) is { } trained && trained != backbone.Name)
            throw new DataFormatException(path, "metadata 'backbone'", $"a model of '{backbone.Name}' was expected, this one was trained on features of '{trained}'");
        Recipe recipe;
        try
        {
            recipe = RecipeJson.Read(Checkpoint.RecipeOf(path));
        }
        catch (ArgumentException error)
        {
            throw new DataFormatException(path, "metadata 'recipe'", "a recipe of this workbench was expected: " + error.Message, error);
        }

        GlobalLocalModel model = recipe.NewModel(backbone);
        try
        {
            Checkpoint.LoadModel(path, model);
            return new TrainedModel(model, recipe);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    public void Dispose() => Model.Dispose();
}
