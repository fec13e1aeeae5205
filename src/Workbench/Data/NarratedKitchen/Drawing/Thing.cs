namespace Workbench.Data.NarratedKitchen.Drawing;

/// <summary>Something that stands about: an <see cref="Workbench.Data.NarratedKitchen.Ingredient"/>, or an idle <see cref="Drawing.Prop"/>.</summary>
internal readonly record struct Thing(Ingredient? Kind, Prop Prop, double X, double Y, double Scale, double Turn, bool Flip)
{
    /// <summary>Half the width and half the height, in pixels of the scene.</summary>
    public (double X, double Y) HalfSize
    {
        get
        {
            (double x, double y) = Kind is { } kind ? IngredientArt.HalfSize(kind) : PropArt.HalfSize(Prop);
            double sin = Math.Abs(Math.Sin(Turn * Math.PI / 180)), cos = Math.Abs(Math.Cos(Turn * Math.PI / 180));
            return ((x * cos + y * sin) * Scale, (x * sin + y * cos) * Scale);
        }
    }

    public Box Box => new(X - HalfSize.X, Y - HalfSize.Y, X + HalfSize.X, Y + HalfSize.Y);

    public void Draw(Canvas c, KitchenLook look)
    {
        (double halfX, double halfY) = HalfSize;
        c.Ellipse(X + 2, Y + halfY * 0.8, halfX * 0.95, halfY * 0.3);
        c.Fill(Rgb.Black, 0.22);
        c.Save();
        c.Translate(X, Y);
        c.Rotate(Turn);
        c.Scale(Flip ? -Scale : Scale, Scale);
        if (Kind is { } kind)
            IngredientArt.Whole(c, kind, look);
        else
            PropArt.Draw(c, Prop, look);
        c.Restore();
    }
}
