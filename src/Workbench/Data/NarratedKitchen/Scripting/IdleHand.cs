namespace Workbench.Data.NarratedKitchen.Scripting;

/// <summary>Hands that do nothing that counts: their kind (see IdleHandArt), where, from which side, and what they hold if they hold.</summary>
internal readonly record struct IdleHand(int Kind, double X, double Y, bool FromLeft, Ingredient Held);
