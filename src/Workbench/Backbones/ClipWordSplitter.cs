using System.Globalization;
using System.Text;

namespace Workbench.Backbones;

/// <summary>
/// Cuts a cleaned text into the pieces that byte-pair merging must not cross: the two special tokens, the contractions
/// 's 't 're 've 'm 'll 'd, runs of letters, single digits, runs of anything else that is not blank.
/// </summary>
/// <remarks>Source: the pattern of openai/CLIP, simple_tokenizer.py 78; Unicode letters (\p{L}) and numbers (\p{N}), by code point.</remarks>
internal static class ClipWordSplitter
{
    public const string StartOfText = "<|startoftext|>", EndOfText = "<|endoftext|>";

    private static readonly string[] s_fixed = [StartOfText, EndOfText, "'s", "'t", "'re", "'ve", "'m", "'ll", "'d"];

    public static List<string> Split(string text)
    {
        var pieces = new List<string>();
        int at = 0;
        while (at < text.Length)
        {
            if (Array.Find(s_fixed, f => text.AsSpan(at).StartsWith(f, StringComparison.OrdinalIgnoreCase)) is string known)
            {
                pieces.Add(text.Substring(at, known.Length));
                at += known.Length;
                continue;
            }

            Kind kind = KindAt(text, at, out int length);
            int end = at + length;
            if (kind is Kind.Letter or Kind.Other)
                while (end < text.Length && KindAt(text, end, out length) == kind)
                    end += length;
            if (kind != Kind.Blank)
                pieces.Add(text[at..end]);
            at = end;
        }

        return pieces;
    }

    private static Kind KindAt(string text, int at, out int length)
    {
        if (!Rune.TryGetRuneAt(text, at, out Rune rune))
            rune = Rune.ReplacementChar;
        length = rune == Rune.ReplacementChar ? 1 : rune.Utf16SequenceLength;
        if (Rune.IsLetter(rune))
            return Kind.Letter;
        if (Rune.IsWhiteSpace(rune))
            return Kind.Blank;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            ? Kind.Number
            : Kind.Other;
    }

    private enum Kind
    {
        Blank,
        Letter,
        Number,
        Other,
    }
}
